using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Data.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "EmailSecrets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmailSecrets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ListedWords",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: true),
                    AddedUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListedWords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UsedStamps",
                columns: table => new
                {
                    Nonce = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    ExpiresUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                type: "TEXT",
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
