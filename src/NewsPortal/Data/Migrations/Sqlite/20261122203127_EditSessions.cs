using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Data.Migrations.Sqlite
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
                    Id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    ArticleId = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    OpenedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SeenUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TypedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    BaseVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    BaseCopy = table.Column<string>(type: "TEXT", nullable: true),
                    LastSave = table.Column<int>(type: "INTEGER", nullable: false),
                    RefusedCopy = table.Column<string>(type: "TEXT", nullable: true),
                    RefusedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TheirVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    TheirCopy = table.Column<string>(type: "TEXT", nullable: true)
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
