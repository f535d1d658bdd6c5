using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CommentOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CommentsMode",
                table: "Sections",
                type: "TEXT",
                maxLength: 16,
                nullable: false,
                defaultValue: "Inherit");

            migrationBuilder.AddColumn<bool>(
                name: "IsStaff",
                table: "Comments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Surges",
                columns: table => new
                {
                    ArticleId = table.Column<int>(type: "INTEGER", nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    SinceUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UntilUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RestsUntilUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Surges", x => x.ArticleId);
                    table.ForeignKey(
                        name: "FK_Surges_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Reports_AtUtc",
                table: "Reports",
                column: "AtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_ArticleId_Kept",
                table: "Comments",
                columns: new[] { "ArticleId", "PostedUtc", "Id" },
                filter: "[RootId] IS NULL AND [Kind] = 'Comment' AND [State] <> 'Approved' AND [ApprovedReplies] > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_ArticleId_Replied",
                table: "Comments",
                columns: new[] { "ArticleId", "ApprovedReplies", "Id" },
                filter: "[RootId] IS NULL AND [Kind] = 'Comment' AND [State] = 'Approved'");

            migrationBuilder.CreateIndex(
                name: "IX_Surges_UntilUtc",
                table: "Surges",
                column: "UntilUtc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Surges");

            migrationBuilder.DropIndex(
                name: "IX_Reports_AtUtc",
                table: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_Comments_ArticleId_Kept",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_ArticleId_Replied",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "CommentsMode",
                table: "Sections");

            migrationBuilder.DropColumn(
                name: "IsStaff",
                table: "Comments");
        }
    }
}
