using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class CommentGuard : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Comments_Alike",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "Email",
                table: "Comments");

            migrationBuilder.AddColumn<string>(
                name: "EmailSealed",
                table: "Comments",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "EmailSecrets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Sealed = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmailSecrets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ListedWords",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Text = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    By = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    ById = table.Column<int>(type: "int", nullable: true),
                    AddedUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListedWords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UsedStamps",
                columns: table => new
                {
                    Nonce = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ExpiresUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsedStamps", x => x.Nonce);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_Alike",
                table: "Comments",
                columns: new[] { "State", "Fingerprint", "Id" },
                filter: "[State] = 'Pending' AND [Fingerprint] <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_WithEmail",
                table: "Comments",
                columns: new[] { "PostedUtc", "Id" },
                filter: "[EmailSealed] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_UsedStamps_ExpiresUtc",
                table: "UsedStamps",
                column: "ExpiresUtc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EmailSecrets");

            migrationBuilder.DropTable(
                name: "ListedWords");

            migrationBuilder.DropTable(
                name: "UsedStamps");

            migrationBuilder.DropIndex(
                name: "IX_Comments_Alike",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_WithEmail",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "EmailSealed",
                table: "Comments");

            migrationBuilder.AddColumn<string>(
                name: "Email",
                table: "Comments",
                type: "nvarchar(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Comments_Alike",
                table: "Comments",
                columns: new[] { "Fingerprint", "Id" },
                filter: "[State] = 'Pending' AND [Fingerprint] <> 0");
        }
    }
}
