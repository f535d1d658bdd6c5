using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class StoryList : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Drafts_ChangedUtc_ArticleId",
                table: "Drafts");

            migrationBuilder.AddColumn<int>(
                name: "LateSeconds",
                table: "Schedules",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "FindText",
                table: "Drafts",
                type: "nvarchar(800)",
                maxLength: 800,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_ChangedUtc_ArticleId_FindText",
                table: "Drafts",
                columns: new[] { "ChangedUtc", "ArticleId", "FindText" });

            // Folded properly at the next save; a lower-case headline is found by most of its words meanwhile.
            migrationBuilder.Sql("UPDATE Drafts SET FindText = ' ' + LOWER(Headline) + ' ' + REPLACE(Slug, '-', ' ')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Drafts_ChangedUtc_ArticleId_FindText",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "LateSeconds",
                table: "Schedules");

            migrationBuilder.DropColumn(
                name: "FindText",
                table: "Drafts");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_ChangedUtc_ArticleId",
                table: "Drafts",
                columns: new[] { "ChangedUtc", "ArticleId" });
        }
    }
}
