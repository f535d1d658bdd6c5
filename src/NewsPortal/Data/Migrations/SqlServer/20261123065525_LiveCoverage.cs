using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class LiveCoverage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Coverages",
                columns: table => new
                {
                    ArticleId = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    StartedUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StartedBy = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    StartedById = table.Column<int>(type: "int", nullable: true),
                    ClosedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Summary = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    SummaryHtml = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    RendererVersion = table.Column<int>(type: "int", nullable: false),
                    PinnedEntryId = table.Column<int>(type: "int", nullable: true),
                    LastOrder = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Coverages", x => x.ArticleId);
                    table.ForeignKey(
                        name: "FK_Coverages_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Entries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ArticleId = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    Headline = table.Column<string>(type: "nvarchar(110)", maxLength: 110, nullable: true),
                    Words = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Html = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Plain = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    RendererVersion = table.Column<int>(type: "int", nullable: false),
                    AuthorId = table.Column<int>(type: "int", nullable: true),
                    Place = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    EventUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WrittenUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WrittenBy = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    WrittenById = table.Column<int>(type: "int", nullable: true),
                    SentUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SignedOffBy = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: true),
                    SignedOffById = table.Column<int>(type: "int", nullable: true),
                    EditedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IsKey = table.Column<bool>(type: "bit", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    StoryId = table.Column<int>(type: "int", nullable: true),
                    Key = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Entries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Entries_Articles_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Entries_Authors_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Authors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Entries_Coverages_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Coverages",
                        principalColumn: "ArticleId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Entries_ArticleId_IsKey_State_Order",
                table: "Entries",
                columns: new[] { "ArticleId", "IsKey", "State", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_Entries_ArticleId_State_Order",
                table: "Entries",
                columns: new[] { "ArticleId", "State", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_Entries_AuthorId",
                table: "Entries",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_Entries_Key",
                table: "Entries",
                column: "Key",
                unique: true,
                filter: "[Key] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Entries_StoryId",
                table: "Entries",
                column: "StoryId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Entries");

            migrationBuilder.DropTable(
                name: "Coverages");
        }
    }
}
