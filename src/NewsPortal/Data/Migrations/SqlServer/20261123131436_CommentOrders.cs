using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Data.Migrations.SqlServer
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
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "Inherit");

            migrationBuilder.AlterColumn<string>(
                name: "Rule",
                table: "Decisions",
                type: "nvarchar(24)",
                maxLength: 24,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(200)",
                oldMaxLength: 200,
                oldNullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsStaff",
                table: "Comments",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Surges",
                columns: table => new
                {
                    ArticleId = table.Column<int>(type: "int", nullable: false),
                    Cause = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    SinceUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UntilUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RestsUntilUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
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

            migrationBuilder.AlterColumn<string>(
                name: "Rule",
                table: "Decisions",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(24)",
                oldMaxLength: 24,
                oldNullable: true);
        }
    }
}
