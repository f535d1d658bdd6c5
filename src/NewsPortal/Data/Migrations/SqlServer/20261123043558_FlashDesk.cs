using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Data.Migrations.SqlServer
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
                type: "nvarchar(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Key",
                table: "Flashes",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "MeantToEndUtc",
                table: "Flashes",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "Flashes",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "RaisedBy",
                table: "Flashes",
                type: "nvarchar(160)",
                maxLength: 160,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "RaisedById",
                table: "Flashes",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReplacedById",
                table: "Flashes",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SectionId",
                table: "Flashes",
                type: "int",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Flashes_Key",
                table: "Flashes",
                column: "Key",
                unique: true,
                filter: "[Key] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Flashes_ReplacedById",
                table: "Flashes",
                column: "ReplacedById");

            migrationBuilder.CreateIndex(
                name: "IX_Flashes_SectionId",
                table: "Flashes",
                column: "SectionId");

            migrationBuilder.AddForeignKey(
                name: "FK_Flashes_Flashes_ReplacedById",
                table: "Flashes",
                column: "ReplacedById",
                principalTable: "Flashes",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Flashes_Sections_SectionId",
                table: "Flashes",
                column: "SectionId",
                principalTable: "Sections",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
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
