using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Workflow : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Schedules_ClaimedUtc_DueUtc",
                table: "Schedules");

            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "Schedules",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "Claim",
                table: "Schedules",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Copy",
                table: "Schedules",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CopySavedUtc",
                table: "Schedules",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LastError",
                table: "Schedules",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Schedules",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Substantive",
                table: "Schedules",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "TryUtc",
                table: "Schedules",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<bool>(
                name: "WasDown",
                table: "Schedules",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedUtc",
                table: "Drafts",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "ItemState",
                table: "Drafts",
                type: "TEXT",
                maxLength: 16,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "SectionId",
                table: "Drafts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Slug",
                table: "Drafts",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_Schedules_ClaimedUtc_TryUtc",
                table: "Schedules",
                columns: new[] { "ClaimedUtc", "TryUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_ChangedUtc_ArticleId",
                table: "Drafts",
                columns: new[] { "ChangedUtc", "ArticleId" });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_ItemState_ChangedUtc_ArticleId",
                table: "Drafts",
                columns: new[] { "ItemState", "ChangedUtc", "ArticleId" });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_SectionId_ChangedUtc_ArticleId",
                table: "Drafts",
                columns: new[] { "SectionId", "ChangedUtc", "ArticleId" });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_State_ChangedUtc_ArticleId",
                table: "Drafts",
                columns: new[] { "State", "ChangedUtc", "ArticleId" });

            migrationBuilder.CreateIndex(
                name: "IX_Articles_StartedById",
                table: "Articles",
                column: "StartedById");

            migrationBuilder.Sql("UPDATE Schedules SET TryUtc = DueUtc");
            migrationBuilder.Sql(
                "UPDATE Drafts SET ChangedUtc = SavedUtc, "
                + "ItemState = (SELECT State FROM Articles WHERE Articles.Id = Drafts.ArticleId), "
                + "SectionId = (SELECT SectionId FROM Articles WHERE Articles.Id = Drafts.ArticleId), "
                + "Slug = (SELECT Slug FROM Articles WHERE Articles.Id = Drafts.ArticleId)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Schedules_ClaimedUtc_TryUtc",
                table: "Schedules");

            migrationBuilder.DropIndex(
                name: "IX_Drafts_ChangedUtc_ArticleId",
                table: "Drafts");

            migrationBuilder.DropIndex(
                name: "IX_Drafts_ItemState_ChangedUtc_ArticleId",
                table: "Drafts");

            migrationBuilder.DropIndex(
                name: "IX_Drafts_SectionId_ChangedUtc_ArticleId",
                table: "Drafts");

            migrationBuilder.DropIndex(
                name: "IX_Drafts_State_ChangedUtc_ArticleId",
                table: "Drafts");

            migrationBuilder.DropIndex(
                name: "IX_Articles_StartedById",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "Schedules");

            migrationBuilder.DropColumn(
                name: "Claim",
                table: "Schedules");

            migrationBuilder.DropColumn(
                name: "Copy",
                table: "Schedules");

            migrationBuilder.DropColumn(
                name: "CopySavedUtc",
                table: "Schedules");

            migrationBuilder.DropColumn(
                name: "LastError",
                table: "Schedules");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Schedules");

            migrationBuilder.DropColumn(
                name: "Substantive",
                table: "Schedules");

            migrationBuilder.DropColumn(
                name: "TryUtc",
                table: "Schedules");

            migrationBuilder.DropColumn(
                name: "WasDown",
                table: "Schedules");

            migrationBuilder.DropColumn(
                name: "ChangedUtc",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "ItemState",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "SectionId",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "Slug",
                table: "Drafts");

            migrationBuilder.CreateIndex(
                name: "IX_Schedules_ClaimedUtc_DueUtc",
                table: "Schedules",
                columns: new[] { "ClaimedUtc", "DueUtc" });
        }
    }
}
