using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReaderAccounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AccountId",
                table: "Commenters",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EmailSealed",
                table: "Accounts",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Commenters_AccountId",
                table: "Commenters",
                column: "AccountId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_OfStaff",
                table: "Accounts",
                column: "Name",
                filter: "[Role] <> 'Reader'");

            migrationBuilder.AddForeignKey(
                name: "FK_Commenters_Accounts_AccountId",
                table: "Commenters",
                column: "AccountId",
                principalTable: "Accounts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Commenters_Accounts_AccountId",
                table: "Commenters");

            migrationBuilder.DropIndex(
                name: "IX_Commenters_AccountId",
                table: "Commenters");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_OfStaff",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "AccountId",
                table: "Commenters");

            migrationBuilder.DropColumn(
                name: "EmailSealed",
                table: "Accounts");
        }
    }
}
