using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SignedDeeds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "By",
                table: "Schedules",
                type: "TEXT",
                maxLength: 160,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "ById",
                table: "Schedules",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ById",
                table: "Revisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LastRevision",
                table: "Drafts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SavedById",
                table: "Drafts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WriterIds",
                table: "Drafts",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "By",
                table: "Corrections",
                type: "TEXT",
                maxLength: 160,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "ById",
                table: "Corrections",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StartedBy",
                table: "Articles",
                type: "TEXT",
                maxLength: 160,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "StartedById",
                table: "Articles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_AtUtc_Id",
                table: "AuditEntries",
                columns: new[] { "AtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_ById_AtUtc_Id",
                table: "AuditEntries",
                columns: new[] { "ById", "AtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Subject_AtUtc_Id",
                table: "AuditEntries",
                columns: new[] { "Subject", "AtUtc", "Id" });

            migrationBuilder.Sql("UPDATE Drafts SET LastRevision = (SELECT COUNT(*) FROM Revisions WHERE Revisions.ArticleId = Drafts.ArticleId)");
            migrationBuilder.Sql("UPDATE Drafts SET State = 'Settled' WHERE State = 'Writing' AND ArticleId IN (SELECT Id FROM Articles WHERE State = 'Published')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "By",
                table: "Schedules");

            migrationBuilder.DropColumn(
                name: "ById",
                table: "Schedules");

            migrationBuilder.DropColumn(
                name: "ById",
                table: "Revisions");

            migrationBuilder.DropColumn(
                name: "LastRevision",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "SavedById",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "WriterIds",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "By",
                table: "Corrections");

            migrationBuilder.DropColumn(
                name: "ById",
                table: "Corrections");

            migrationBuilder.DropColumn(
                name: "StartedBy",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "StartedById",
                table: "Articles");
        }
    }
}
