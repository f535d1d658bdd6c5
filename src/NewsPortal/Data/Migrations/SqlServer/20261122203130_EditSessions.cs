using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class EditSessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "EditSessions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ArticleId = table.Column<int>(type: "int", nullable: false),
                    AccountId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    OpenedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SeenUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TypedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    BaseVersion = table.Column<int>(type: "int", nullable: false),
                    BaseCopy = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    LastSave = table.Column<int>(type: "int", nullable: false),
                    RefusedCopy = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    RefusedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TheirVersion = table.Column<int>(type: "int", nullable: true),
                    TheirCopy = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EditSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EditSessions_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EditSessions_ArticleId_SeenUtc",
                table: "EditSessions",
                columns: new[] { "ArticleId", "SeenUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_EditSessions_SeenUtc",
                table: "EditSessions",
                column: "SeenUtc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EditSessions");
        }
    }
}
