using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class CommentLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Subscribers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Version = table.Column<int>(type: "int", nullable: false),
                    EmailKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EmailSealed = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    AskedUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ConfirmedUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subscribers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LetterWishes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CommentId = table.Column<int>(type: "int", nullable: false),
                    SubscriberId = table.Column<int>(type: "int", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterWishes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LetterWishes_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LetterWishes_Subscribers_SubscriberId",
                        column: x => x.SubscriberId,
                        principalTable: "Subscribers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    WishId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    TellsOf = table.Column<int>(type: "int", nullable: true),
                    DueUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DoneUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IsSent = table.Column<bool>(type: "bit", nullable: false),
                    Tries = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notices_LetterWishes_WishId",
                        column: x => x.WishId,
                        principalTable: "LetterWishes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LetterWishes_AtUtc",
                table: "LetterWishes",
                column: "AtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_LetterWishes_CommentId",
                table: "LetterWishes",
                column: "CommentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LetterWishes_SubscriberId",
                table: "LetterWishes",
                column: "SubscriberId");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Kind_TellsOf",
                table: "Notices",
                columns: new[] { "Kind", "TellsOf" },
                unique: true,
                filter: "[TellsOf] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Waiting",
                table: "Notices",
                column: "DueUtc",
                filter: "[DoneUtc] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_WishId_DoneUtc",
                table: "Notices",
                columns: new[] { "WishId", "DoneUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Subscribers_EmailKey",
                table: "Subscribers",
                column: "EmailKey",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "LetterWishes");

            migrationBuilder.DropTable(
                name: "Subscribers");
        }
    }
}
