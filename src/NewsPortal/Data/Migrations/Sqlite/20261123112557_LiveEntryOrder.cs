using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LiveEntryOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Entries_ArticleId_IsKey_State_Order",
                table: "Entries");

            migrationBuilder.DropIndex(
                name: "IX_Entries_ArticleId_State_Order",
                table: "Entries");

            migrationBuilder.CreateIndex(
                name: "IX_Entries_ArticleId_IsKey_Order",
                table: "Entries",
                columns: new[] { "ArticleId", "IsKey", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_Entries_ArticleId_Order",
                table: "Entries",
                columns: new[] { "ArticleId", "Order" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Entries_ArticleId_IsKey_Order",
                table: "Entries");

            migrationBuilder.DropIndex(
                name: "IX_Entries_ArticleId_Order",
                table: "Entries");

            migrationBuilder.CreateIndex(
                name: "IX_Entries_ArticleId_IsKey_State_Order",
                table: "Entries",
                columns: new[] { "ArticleId", "IsKey", "State", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_Entries_ArticleId_State_Order",
                table: "Entries",
                columns: new[] { "ArticleId", "State", "Order" });
        }
    }
}
