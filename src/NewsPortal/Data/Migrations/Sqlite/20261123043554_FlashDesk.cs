using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FlashDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Ending",
                table: "Flashes",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Key",
                table: "Flashes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "MeantToEndUtc",
                table: "Flashes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "Flashes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "RaisedBy",
                table: "Flashes",
                type: "TEXT",
                maxLength: 160,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "RaisedById",
                table: "Flashes",
                type: "INTEGER",
                nullable: true);

            // A column that brings its key along needs no copy of the table, which cannot be made in one transaction.
            migrationBuilder.Sql("ALTER TABLE \"Flashes\" ADD COLUMN \"ReplacedById\" INTEGER NULL CONSTRAINT \"FK_Flashes_Flashes_ReplacedById\" REFERENCES \"Flashes\" (\"Id\") ON DELETE RESTRICT;");
            migrationBuilder.Sql("ALTER TABLE \"Flashes\" ADD COLUMN \"SectionId\" INTEGER NULL CONSTRAINT \"FK_Flashes_Sections_SectionId\" REFERENCES \"Sections\" (\"Id\") ON DELETE RESTRICT;");

            migrationBuilder.CreateIndex(
                name: "IX_Flashes_Key",
                table: "Flashes",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Flashes_ReplacedById",
                table: "Flashes",
                column: "ReplacedById");

            migrationBuilder.CreateIndex(
                name: "IX_Flashes_SectionId",
                table: "Flashes",
                column: "SectionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Flashes_Flashes_ReplacedById",
                table: "Flashes");

            migrationBuilder.DropForeignKey(
                name: "FK_Flashes_Sections_SectionId",
                table: "Flashes");

            migrationBuilder.DropIndex(
                name: "IX_Flashes_Key",
                table: "Flashes");

            migrationBuilder.DropIndex(
                name: "IX_Flashes_ReplacedById",
                table: "Flashes");

            migrationBuilder.DropIndex(
                name: "IX_Flashes_SectionId",
                table: "Flashes");

            migrationBuilder.DropColumn(
                name: "Ending",
                table: "Flashes");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "Flashes");

            migrationBuilder.DropColumn(
                name: "MeantToEndUtc",
                table: "Flashes");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "Flashes");

            migrationBuilder.DropColumn(
                name: "RaisedBy",
                table: "Flashes");

            migrationBuilder.DropColumn(
                name: "RaisedById",
                table: "Flashes");

            migrationBuilder.DropColumn(
                name: "ReplacedById",
                table: "Flashes");

            migrationBuilder.DropColumn(
                name: "SectionId",
                table: "Flashes");
        }
    }
}
