using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Moderation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ApprovedReplies",
                table: "Comments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "CommenterId",
                table: "Comments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "EditedUtc",
                table: "Comments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EmailKey",
                table: "Comments",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Fingerprint",
                table: "Comments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "IsPicked",
                table: "Comments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "NetworkId",
                table: "Comments",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Reports",
                table: "Comments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SectionId",
                table: "Comments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Bans",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: true),
                    FromUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UntilUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LiftedUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Claims",
                columns: table => new
                {
                    CommentId = table.Column<int>(type: "INTEGER", nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    UntilUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Claims", x => x.CommentId);
                    table.ForeignKey(
                        name: "FK_Claims_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Commenters",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    FirstUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Approved = table.Column<int>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    Spam = table.Column<int>(type: "INTEGER", nullable: false),
                    LastRejectedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EmailKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    HoldsAll = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Commenters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Decisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommentId = table.Column<int>(type: "INTEGER", nullable: false),
                    CommenterId = table.Column<int>(type: "INTEGER", nullable: true),
                    SectionId = table.Column<int>(type: "INTEGER", nullable: true),
                    Batch = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: true),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    FromState = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    FromDecidedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FromReports = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UndoneUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Decisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Decisions_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Holds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Start = table.Column<int>(type: "INTEGER", nullable: true),
                    Length = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Holds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Holds_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "QueueCounts",
                columns: table => new
                {
                    SectionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Queue = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QueueCounts", x => new { x.SectionId, x.Queue });
                });

            migrationBuilder.CreateTable(
                name: "Reports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    NetworkId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RuledUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reports_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ServiceHours",
                columns: table => new
                {
                    HourUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SectionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceHours", x => new { x.HourUtc, x.SectionId, x.Measure });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_Alike",
                table: "Comments",
                columns: new[] { "Fingerprint", "Id" },
                filter: "[State] = 'Pending' AND [Fingerprint] <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_ArticleId_State_PostedUtc_Id",
                table: "Comments",
                columns: new[] { "ArticleId", "State", "PostedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_CommenterId_PostedUtc_Id",
                table: "Comments",
                columns: new[] { "CommenterId", "PostedUtc", "Id" });

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
                name: "IX_Bans_Kind_Key",
                table: "Bans",
                columns: new[] { "Kind", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Bans_UntilUtc_Id",
                table: "Bans",
                columns: new[] { "UntilUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Commenters_EmailKey",
                table: "Commenters",
                column: "EmailKey");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_Batch",
                table: "Decisions",
                column: "Batch");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_ById_Id",
                table: "Decisions",
                columns: new[] { "ById", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_CommenterId_Id",
                table: "Decisions",
                columns: new[] { "CommenterId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_CommentId_Id",
                table: "Decisions",
                columns: new[] { "CommentId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_SectionId_Id",
                table: "Decisions",
                columns: new[] { "SectionId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Holds_CommentId_Id",
                table: "Holds",
                columns: new[] { "CommentId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Reports_CommentId_Id",
                table: "Reports",
                columns: new[] { "CommentId", "Id" });

            migrationBuilder.AddForeignKey(
                name: "FK_Comments_Commenters_CommenterId",
                table: "Comments",
                column: "CommenterId",
                principalTable: "Commenters",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            // What is stored already stands in its queue and under its story from now on.
            migrationBuilder.Sql("UPDATE Comments SET SectionId = (SELECT Articles.SectionId FROM Articles WHERE Articles.Id = Comments.ArticleId)");
            migrationBuilder.Sql("UPDATE Comments SET ApprovedReplies = (SELECT COUNT(*) FROM Comments AS Reply WHERE Reply.RootId = Comments.Id AND Reply.State = 'Approved' AND Reply.Kind = 'Comment') WHERE RootId IS NULL");
            migrationBuilder.Sql("INSERT INTO QueueCounts (SectionId, Queue, [Count]) SELECT COALESCE(SectionId, 0), State, COUNT(*) FROM Comments GROUP BY COALESCE(SectionId, 0), State");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Comments_Commenters_CommenterId",
                table: "Comments");

            migrationBuilder.DropTable(
                name: "Bans");

            migrationBuilder.DropTable(
                name: "Claims");

            migrationBuilder.DropTable(
                name: "Commenters");

            migrationBuilder.DropTable(
                name: "Decisions");

            migrationBuilder.DropTable(
                name: "Holds");

            migrationBuilder.DropTable(
                name: "QueueCounts");

            migrationBuilder.DropTable(
                name: "Reports");

            migrationBuilder.DropTable(
                name: "ServiceHours");

            migrationBuilder.DropIndex(
                name: "IX_Comments_Alike",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_ArticleId_State_PostedUtc_Id",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_CommenterId_PostedUtc_Id",
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

            migrationBuilder.DropColumn(
                name: "ApprovedReplies",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "CommenterId",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "EditedUtc",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "EmailKey",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "Fingerprint",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "IsPicked",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "NetworkId",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "Reports",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "SectionId",
                table: "Comments");
        }
    }
}
