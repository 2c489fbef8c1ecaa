#include "core/typing/tablereader.h"
#include "tests/support/core/scratch.h"

#include <QTest>

using namespace icp;

/// What is told of a column beyond its type: evidence, guesses, placeholders, damage by spreadsheets. No cell
/// changes on its own.
class TestColumnNotes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void evidence();
    void evidenceOfLengthsOfTime();
    void evidenceOfPeriods();
    void guessesAreWarnings();
    void semicolonsHintAtDecimalCommas();
    void placeholdersAreProposed();
    void sentinelsAreProposed();
    void numbersThatAreNoSentinels();
    void proposalsCanBeAccepted();
    void datesOfNothing();
    void rangesThatBecameDates();
    void datesThatAreNoDamage();
    void shortenedDigits();
    void serialDatesAreProposed();
    void noTypeLosesMoreThanAFew();

private:
    TypedFile read(const QByteArray& bytes, const QHash<QString, ColumnWish>& wishes = {}) {
        const auto file = readTable(m_scratch.write(QStringLiteral("t.csv"), bytes), {}, wishes);
        if (!file) qWarning("%s", qPrintable(file.error().message));
        return file.value_or(TypedFile());
    }

    /// Of a file with one column "v" and a key in front.
    TypedFile column(const QStringList& cells, const QByteArray& header = "v", const ColumnWish& wish = {}) {
        QByteArray bytes = "key," + header + '\n';
        int key = 0;
        for (const QString& cell : cells)
            bytes += "k" + QByteArray::number(++key) + ",\"" + cell.toUtf8() + "\"\n";
        return read(bytes, {{QString::fromUtf8(header), wish}});
    }

    static std::vector<Issue> issuesOf(const TypedFile& file, const QString& code) {
        std::vector<Issue> found;
        for (const Issue& issue : file.issues)
            if (issue.code == code) found.push_back(issue);
        return found;
    }

    test::Scratch m_scratch;
};

void TestColumnNotes::evidence() {
    QStringList cells;
    for (int i = 1; i <= 39; ++i) cells << QStringLiteral("%1.03.2024").arg(i % 28 + 1);
    cells << QStringLiteral("soon");
    const TypedFile file = column(cells);
    const TypeEvidence& evidence = file.evidence[1];
    QCOMPARE(evidence.sentence,
             QStringLiteral("39 of 40 cells are dates, day first (31.12.2023), such as “2.03.2024”. "
                            "Cells that are not: 1, such as “soon”."));
    QCOMPARE(evidence.unreadable, 1);
    QCOMPARE(evidence.sure, 39.0 / 40.0);
    QCOMPARE(evidence.lookedAt, 40);
    QVERIFY(evidence.alternatives.empty());
    QCOMPARE(evidence.example, QStringLiteral("2.03.2024"));

    const TypedFile mixed = column({"1", "1", "2", "many", "lots", "many"});
    QCOMPARE(mixed.table.fields[1].column.type(), ColumnType::Category);
    QCOMPARE(mixed.evidence[1].alternatives.size(), std::size_t(2));
    QCOMPARE(mixed.evidence[1].alternatives[0].type, ColumnType::Number);
    QCOMPARE(mixed.evidence[1].alternatives[0].cells, 3);
    QCOMPARE(mixed.evidence[1].sure, 0.75);
    QVERIFY(mixed.evidence[1].sentence.contains(u"3 of 6 cells looked at could be numbers."));

    ColumnWish wish;
    wish.type = ColumnType::Text;
    QVERIFY(column({"1", "2"}, "v", wish).evidence[1].sentence.startsWith(u"The type was chosen by hand."));
}

void TestColumnNotes::evidenceOfLengthsOfTime() {
    const TypedFile file = column({"3d 4h", "45 min", "02:15:00", "P1D", "0"}, "Duration");
    const Column& values = file.table.fields[1].column;
    QCOMPARE(values.type(), ColumnType::Number);
    QCOMPARE(std::vector<double>(values.numbers().begin(), values.numbers().end()),
             (std::vector<double>{76, 0.75, 2.25, 24, 0}));
    QCOMPARE(file.evidence[1].unit, QStringLiteral("hours"));
    QVERIFY(file.evidence[1].sentence.contains(u"counted in hours"));
    const TypedFile seconds = column({"86400", "3600.5"}, "Time in Proposal");
    QCOMPARE(seconds.evidence[1].unit, QStringLiteral("seconds"));
    QCOMPARE(seconds.table.fields[1].column.numbers()[1], 3600.5);
}

void TestColumnNotes::evidenceOfPeriods() {
    const TypedFile file = column({"Q1 2024", "Q3 2024"});
    QCOMPARE(file.table.fields[1].column.display(1), std::string("2024-07-01"));
    QVERIFY(file.evidence[1].sentence.contains(u"quarters, each read as its first day"));
    const TypedFile shortYears = column({"20.05.24", "21.05.24"});
    QVERIFY(shortYears.evidence[1].sentence.contains(u"20xx up to 68"));
}

void TestColumnNotes::guessesAreWarnings() {
    const TypedFile file = column({"1.234", "5.678"});
    QCOMPARE(file.table.fields[1].column.numbers()[0], 1.234);
    QVERIFY(file.evidence[1].ambiguous);
    QCOMPARE(file.evidence[1].sure, 0.5);
    const auto issues = issuesOf(file, QStringLiteral("number-ambiguous"));
    QCOMPARE(issues.size(), std::size_t(1));
    QCOMPARE(int(issues[0].severity), int(Severity::Warning));
    QVERIFY(issuesOf(column({"1,234", "22,700", "999"}), QStringLiteral("number-ambiguous")).empty());
    QVERIFY(issuesOf(column({"1.234", "5.67"}), QStringLiteral("number-ambiguous")).empty());
}

void TestColumnNotes::semicolonsHintAtDecimalCommas() {
    const TypedFile file = read("key;v\na;1.234\nb;5.678\n");
    QCOMPARE(file.table.fields[1].column.numbers()[0], 1234.0);
    // A column that leaves nothing open is stronger than the delimiter.
    const TypedFile told = read("key;v;w\na;1.234;0.5\nb;5.678;1.25\n");
    QCOMPARE(told.table.fields[1].column.numbers()[0], 1.234);
    QVERIFY(!told.evidence[1].ambiguous);
    QCOMPARE(int(issuesOf(told, QStringLiteral("number-ambiguous")).at(0).severity), int(Severity::Note));
}

void TestColumnNotes::placeholdersAreProposed() {
    const TypedFile file = column({"Retail", "n/a", "Retail", "n/a", "Unknown", "Banking", "Banking", "n/a"});
    QCOMPARE(file.table.fields[1].column.missing().count(), std::size_t(0));
    QCOMPARE(file.proposals, (std::vector<MissingProposal>{{"v", "n/a", 3}, {"v", "Unknown", 1}}));
    const auto issues = issuesOf(file, QStringLiteral("placeholder-proposed"));
    QCOMPARE(issues.size(), std::size_t(2));
    QCOMPARE(issues[0].text, QStringLiteral("n/a"));
    QVERIFY(issues[0].reason.contains(u'3'));
    // In a column of numbers the same word is certain.
    const TypedFile numbers = column({"1", "n/a", "2", "3"});
    QVERIFY(numbers.proposals.empty());
    QCOMPARE(numbers.table.fields[1].column.missing().count(), std::size_t(1));
    QCOMPARE(issuesOf(numbers, QStringLiteral("placeholder")).size(), std::size_t(1));
}

void TestColumnNotes::sentinelsAreProposed() {
    QCOMPARE(column({"12", "999", "30", "999", "7"}).proposals,
             (std::vector<MissingProposal>{{"v", "999", 2}}));
    QCOMPARE(column({"12", "-1", "30", "-1", "-1"}).proposals,
             (std::vector<MissingProposal>{{"v", "-1", 3}}));
    QCOMPARE(column({"2024-05-20", "1900-01-01", "2023-01-01"}).proposals,
             (std::vector<MissingProposal>{{"v", "1900-01-01", 1}}));
    const TypedFile kept = column({"12", "999", "30", "999", "7"});
    QCOMPARE(kept.table.fields[1].column.numbers()[1], 999.0);
    QCOMPARE(kept.table.fields[1].column.missing().count(), std::size_t(0));
}

void TestColumnNotes::numbersThatAreNoSentinels() {
    QVERIFY(column({"12", "999", "1500", "999", "7"}).proposals.empty());  // among larger ones
    QVERIFY(column({"12", "999", "800", "999", "7"}).proposals.empty());   // among its like
    QVERIFY(column({"-1", "-3", "2", "-1"}).proposals.empty());
    QVERIFY(column({"12", "999", "30"}).proposals.empty());  // a single one
    QStringList many;
    for (int i = 0; i < 60; ++i) many << (i % 3 == 0 ? QStringLiteral("999") : QString::number(40 * i - 700));
    QCOMPARE(column(many).proposals, (std::vector<MissingProposal>{{"v", "999", 20}}));
    for (QString& text : many) text = text == u"999" ? text : QStringLiteral("1500");
    QVERIFY(column(many).proposals.empty());  // another one stands as often
    QVERIFY(column({"1900-01-01", "1905-03-01", "1950-01-01"}).proposals.empty());
    QVERIFY(column({"Selected", "Not", "Selected", "Not"}).proposals.empty());
}

void TestColumnNotes::proposalsCanBeAccepted() {
    ColumnWish wish;
    wish.missing = QStringList{"999"};
    const TypedFile file = column({"12", "999", "30", "999.00", "7"}, "v", wish);
    QCOMPARE(file.table.fields[1].column.missing().count(), std::size_t(2));
    QVERIFY(file.proposals.empty());
    QCOMPARE(issuesOf(file, QStringLiteral("missing-chosen")).size(), std::size_t(1));
    wish.missing = QStringList{"1900-01-01"};
    QCOMPARE(column({"2024-05-20", "01.01.1900", "2023-01-01"}, "v", wish)
                 .table.fields[1]
                 .column.missing()
                 .count(),
             std::size_t(1));
}

void TestColumnNotes::datesOfNothing() {
    const TypedFile file =
        column({"2024-05-20", "0000-00-00", "9999-12-31 00:00:00", "0001-01-01", "2024-05-21"});
    QCOMPARE(file.table.fields[1].column.type(), ColumnType::Date);
    QCOMPARE(file.table.fields[1].column.missing().count(), std::size_t(3));
    QCOMPARE(file.evidence[1].unreadable, 0);
    QVERIFY(issuesOf(file, QStringLiteral("placeholder")).at(0).reason.startsWith(u'3'));
}

void TestColumnNotes::rangesThatBecameDates() {
    const QStringList cells{"11-50",  "10-Jan",  "51-200",     "Oct-1",  "11-50",   "Nov-50", "10-Jan",
                            "01-May", "201-500", "2024-10-01", "51-200", "201-500", "11-50",  "51-200"};
    const TypedFile file = column(cells, "Employee range");
    const Column& values = file.table.fields[1].column;
    QCOMPARE(values.type(), ColumnType::Category);
    for (std::size_t row = 0; row < file.table.rows; ++row)
        QCOMPARE(QString::fromStdString(values.display(row)), cells[qsizetype(row)]);
    const auto issues = issuesOf(file, QStringLiteral("range-became-date"));
    QStringList told;
    for (const Issue& issue : issues)
        told << issue.text + u' ' + QString::number(issue.row) + u' ' +
                    issue.reason.section(u'“', 2, 2).section(u'”', 0, 0);
    QCOMPARE(told, (QStringList{"10-Jan 3 1-10", "Oct-1 5 1-10", "Nov-50 7 11-50", "01-May 9 1-5",
                                "2024-10-01 11 1-10"}));
    QVERIFY(issues[0].reason.contains(u"cells: 2"));
}

void TestColumnNotes::datesThatAreNoDamage() {
    const QString code = QStringLiteral("range-became-date");
    QVERIFY(issuesOf(column({"10-Jan", "11-Feb", "10-Jan", "Launch"}), code).empty());
    QVERIFY(issuesOf(column({"2024-05-20", "2024-05-21"}), code).empty());
    QVERIFY(issuesOf(column({"11-50", "51-200", "11-50", "51-200", "200+", "May"}), code).empty());
}

void TestColumnNotes::shortenedDigits() {
    const QString code = QStringLiteral("digits-lost");
    const TypedFile file = column({"25842000000262376", "2.5842E+16", "25842000000262377"}, "Record");
    QCOMPARE(issuesOf(file, code).size(), std::size_t(1));
    QCOMPARE(issuesOf(file, code)[0].row, 3);
    QCOMPARE(issuesOf(column({"2.5842E+16", "2.6E+16"}, "Record ID"), code).size(), std::size_t(2));
    QVERIFY(issuesOf(column({"1.5E+07", "2.5E+10"}, "Revenue"), code).empty());
    QVERIFY(issuesOf(column({"Model E+12", "1E+1"}, "Name"), code).empty());
}

void TestColumnNotes::serialDatesAreProposed() {
    const TypedFile file = column({"45432", "45433"}, "Close date");
    QCOMPARE(file.table.fields[1].column.type(), ColumnType::Number);
    QCOMPARE(issuesOf(file, QStringLiteral("date-serial-proposed")).size(), std::size_t(1));
    ColumnWish wish;
    wish.type = ColumnType::Date;
    const TypedFile chosen = column({"45432", "45433.25"}, "Close date", wish);
    QCOMPARE(chosen.table.fields[1].column.display(0), std::string("2024-05-20"));
    QCOMPARE(chosen.table.fields[1].column.display(1), std::string("2024-05-21 06:00"));
    QVERIFY(issuesOf(chosen, QStringLiteral("date-serial-proposed")).empty());
    QVERIFY(issuesOf(column({"45432", "45433"}, "Units"), QStringLiteral("date-serial-proposed")).empty());
}

void TestColumnNotes::noTypeLosesMoreThanAFew() {
    QStringList cells;
    for (int i = 0; i < 95; ++i) cells << QString::number(i % 10);
    for (int i = 0; i < 5; ++i) cells << QStringLiteral("word");
    QCOMPARE(column(cells).table.fields[1].column.type(), ColumnType::Number);
    QCOMPARE(issuesOf(column(cells), QStringLiteral("number-unreadable")).size(), std::size_t(5));
    cells << QStringLiteral("word");
    const TypedFile file = column(cells);
    QCOMPARE(file.table.fields[1].column.type(), ColumnType::Category);
    QCOMPARE(file.table.fields[1].column.missing().count(), std::size_t(0));
}

QTEST_APPLESS_MAIN(TestColumnNotes)
#include "tst_columnnotes.moc"
