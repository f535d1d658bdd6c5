using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Commenting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "NetworkKeys",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Secret = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NetworkKeys", x => x.Day);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Reports_NetworkId_AtUtc",
                table: "Reports",
                columns: new[] { "NetworkId", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_NetworkId_PostedUtc",
                table: "Comments",
                columns: new[] { "NetworkId", "PostedUtc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NetworkKeys");

            migrationBuilder.DropIndex(
                name: "IX_Reports_NetworkId_AtUtc",
                table: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_Comments_NetworkId_PostedUtc",
                table: "Comments");
        }
    }
}
