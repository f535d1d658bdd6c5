using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PagesAtTheFoot : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Every standing page stood at the foot until now, and its words say so from now on.
            migrationBuilder.Sql("UPDATE Articles SET Pinned = 1 WHERE Kind = 'Page'");
            migrationBuilder.Sql("UPDATE Drafts SET Copy = REPLACE(Copy, '\"Pinned\":false', '\"Pinned\":true') WHERE ArticleId IN (SELECT Id FROM Articles WHERE Kind = 'Page')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
