using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CommentQueuedSince : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Comments_ArticleId_State_PostedUtc_Id",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_Reported",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_SectionId_Reported",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_SectionId_State_PostedUtc_Id",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_State_PostedUtc_Id",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Commenters_EmailKey",
                table: "Commenters");

            // Else the whole table would be made anew, outside a transaction.
            migrationBuilder.Sql("ALTER TABLE \"Commenters\" DROP COLUMN \"EmailKey\";");

            migrationBuilder.AddColumn<DateTime>(
                name: "QueuedUtc",
                table: "Comments",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.Sql("UPDATE Comments SET QueuedUtc = CASE WHEN State = 'Pending' THEN COALESCE(DecidedUtc, PostedUtc) ELSE PostedUtc END");
            migrationBuilder.Sql("UPDATE Comments SET QueuedUtc = COALESCE((SELECT MIN(Reports.AtUtc) FROM Reports WHERE Reports.CommentId = Comments.Id AND Reports.RuledUtc IS NULL), QueuedUtc) WHERE Reports > 0 AND State = 'Approved'");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_WithNetwork",
                table: "Reports",
                columns: new[] { "AtUtc", "Id" },
                filter: "[NetworkId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_ArticleId_State_QueuedUtc_Id",
                table: "Comments",
                columns: new[] { "ArticleId", "State", "QueuedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_Reported",
                table: "Comments",
                columns: new[] { "QueuedUtc", "Id" },
                filter: "[Reports] > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_SectionId_Reported",
                table: "Comments",
                columns: new[] { "SectionId", "QueuedUtc", "Id" },
                filter: "[Reports] > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_SectionId_State_QueuedUtc_Id",
                table: "Comments",
                columns: new[] { "SectionId", "State", "QueuedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_State_QueuedUtc_Id",
                table: "Comments",
                columns: new[] { "State", "QueuedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_WithNetwork",
                table: "Comments",
                columns: new[] { "PostedUtc", "Id" },
                filter: "[NetworkId] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Reports_WithNetwork",
                table: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_Comments_ArticleId_State_QueuedUtc_Id",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_Reported",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_SectionId_Reported",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_SectionId_State_QueuedUtc_Id",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_State_QueuedUtc_Id",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_WithNetwork",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "QueuedUtc",
                table: "Comments");

            migrationBuilder.AddColumn<string>(
                name: "EmailKey",
                table: "Commenters",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Comments_ArticleId_State_PostedUtc_Id",
                table: "Comments",
                columns: new[] { "ArticleId", "State", "PostedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_Reported",
                table: "Comments",
                columns: new[] { "PostedUtc", "Id" },
                filter: "[Reports] > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_SectionId_Reported",
                table: "Comments",
                columns: new[] { "SectionId", "PostedUtc", "Id" },
                filter: "[Reports] > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_SectionId_State_PostedUtc_Id",
                table: "Comments",
                columns: new[] { "SectionId", "State", "PostedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_State_PostedUtc_Id",
                table: "Comments",
                columns: new[] { "State", "PostedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Commenters_EmailKey",
                table: "Commenters",
                column: "EmailKey");
        }
    }
}
