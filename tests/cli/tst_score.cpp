#include "core/store/workshopfile.h"
#include "tests/support/core/program.h"
#include "tests/support/core/workshopedits.h"

#include <QTemporaryDir>
#include <QTest>

using namespace icp;
using namespace icp::test;

/// Scoring a list of companies by an ICP of a workshop, from file to file.
class TestScore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        QByteArray customers("Company name,Industry,Number of employees\n");
        for (int i = 0; i < 60; ++i)
            customers += "Customer " + QByteArray::number(i) + (i % 3 == 0 ? ",Logistics," : ",Retail,") +
                         QByteArray::number(10 + i) + '\n';
        QVERIFY(writeFile(at("customers.csv"), customers));
        const Run imported = run({"import", at("customers.csv"), "--to", at("w.icpw")});
        QVERIFY2(imported.exitCode == 0, qPrintable(imported.err));
        const auto file = expectValue(WorkshopFile::open(at("w.icpw")));
        Icp icp = namedIcp("a", "Haulage");
        icp.criteria.push_back(must("industry", "account.industry"));
        icp.criteria.back().condition->values = QStringList{"Logistics"};
        icp.criteria.push_back(must("employees", "account.employees"));
        icp.criteria.back().condition->op = Condition::Op::Range;
        icp.criteria.back().condition->low = 50;
        QCOMPARE(failure(file->apply(putting(icp))), QString());
        Persona champion;
        champion.id = QStringLiteral("p");
        champion.icps = QStringList{"a"};
        Change change;
        change.entity = QStringLiteral("persona");
        change.id = champion.id;
        change.after = toJson(champion);
        QCOMPARE(failure(file->apply(change)), QString());
        QVERIFY(writeFile(at("leads.csv"),
                          "Company name,Number of employees,Industry,Our note\n"
                          "Alpha,120,Logistics,=call\nBeta,20,Logistics,\nGamma,80,,later\n"));
    }

    void theListComesBackScored() {
        const QByteArray before = fileBytes(at("w.icpw"));
        const Run scored =
            run({"score", at("w.icpw"), "--icp", "Haulage", at("leads.csv"), "--out", at("scored.csv")});
        QVERIFY2(scored.exitCode == 0, qPrintable(scored.err));
        QVERIFY2(scored.err.contains("3 leads: 1 ideal, 1 stretch, 1 bad"), qPrintable(scored.err));
        QCOMPARE(fileBytes(at("scored.csv")),
                 QByteArray("Company name,Number of employees,Industry,Our note,fit,score,decided_by,tier\r\n"
                            "Alpha,120,Logistics,'=call,ideal,100,meets industry; meets employees,1\r\n"
                            "Beta,20,Logistics,,bad,50,fails employees,\r\n"
                            "Gamma,80,,later,stretch,50,unknown industry,2\r\n"));
        QCOMPARE(fileBytes(at("w.icpw")), before);
    }

    void theBestComeFirstWhereAsked() {
        QVERIFY(writeFile(at("mixed.csv"),
                          "Company name,Number of employees,Industry\nLow,20,Retail\nHalf,20,Logistics\n"
                          "Best,120,Logistics\nMaybe,80,\nSecond,60,Logistics\n"));
        const Run scored = run({"score", at("w.icpw"), at("mixed.csv"), "--icp", "Haulage", "--ranked",
                                "--out", at("best.csv")});
        QVERIFY2(scored.exitCode == 0, qPrintable(scored.err));
        QCOMPARE(fileBytes(at("best.csv")),
                 QByteArray("Company name,Number of employees,Industry,fit,score,decided_by,tier\r\n"
                            "Best,120,Logistics,ideal,100,meets industry; meets employees,1\r\n"
                            "Second,60,Logistics,ideal,100,meets industry; meets employees,1\r\n"
                            "Maybe,80,,stretch,50,unknown industry,2\r\n"
                            "Half,20,Logistics,bad,50,fails employees,\r\n"
                            "Low,20,Retail,bad,0,fails industry; fails employees,\r\n"));
    }

    void whatNoColumnAnswersIsSaid() {
        QVERIFY(writeFile(at("short.csv"), "Company name,Number of employees\nAlpha,120\nBeta,20\n"));
        const Run scored =
            run({"score", at("w.icpw"), at("short.csv"), "--icp", "Haulage", "--out", at("short-out.csv")});
        QVERIFY2(scored.exitCode == 0, qPrintable(scored.err));
        QVERIFY2(scored.err.contains("no column for Industry"), qPrintable(scored.err));
        QVERIFY(fileBytes(at("short-out.csv")).contains("\r\nAlpha,120,stretch,50,unknown industry,2\r\n"));
    }

    void aListWithoutAnyOfTheColumnsIsNotJudged() {
        QVERIFY(writeFile(at("other.csv"), "Company name,Our note\nAlpha,call\nBeta,\n"));
        const Run scored =
            run({"score", at("w.icpw"), at("other.csv"), "--icp", "Haulage", "--out", at("other-out.csv")});
        QVERIFY2(scored.exitCode == 0, qPrintable(scored.err));
        QVERIFY2(scored.err.contains("cannot be judged"), qPrintable(scored.err));
        QVERIFY2(scored.err.contains("(Industry, Number of employees)"), qPrintable(scored.err));
        QVERIFY2(!scored.err.contains("stretch"), qPrintable(scored.err));
        QCOMPARE(fileBytes(at("other-out.csv")),
                 QByteArray("Company name,Our note,fit,score,decided_by,tier\r\n"
                            "Alpha,call,unknown,,,\r\nBeta,,unknown,,,\r\n"));
    }

    void aScoredListIsScoredAnew() {
        const Run first =
            run({"score", at("w.icpw"), "--icp", "Haulage", at("leads.csv"), "--out", at("once.csv")});
        QVERIFY2(first.exitCode == 0, qPrintable(first.err));
        const Run again =
            run({"score", at("w.icpw"), "--icp", "Haulage", at("once.csv"), "--out", at("twice.csv")});
        QVERIFY2(again.exitCode == 0, qPrintable(again.err));
        // The apostrophe before "=call" is the text of the cell by now.
        QCOMPARE(fileBytes(at("twice.csv")).replace("''=call", "'=call"), fileBytes(at("once.csv")));
        // A column of the vendor's that is merely called like one of these stays.
        QVERIFY(writeFile(at("vendor.csv"),
                          "Company name,Number of employees,Industry,score\n"
                          "Alpha,120,Logistics,7\nBeta,20,Logistics,8\n"));
        const Run vendor =
            run({"score", at("w.icpw"), "--icp", "Haulage", at("vendor.csv"), "--out", at("vendor-out.csv")});
        QVERIFY2(vendor.exitCode == 0, qPrintable(vendor.err));
        QVERIFY2(
            fileBytes(at("vendor-out.csv"))
                .startsWith("Company name,Number of employees,Industry,score,fit,score,decided_by,tier\r\n"
                            "Alpha,120,Logistics,7,ideal,100,"),
            fileBytes(at("vendor-out.csv")).constData());
    }

    void contactsShowWhoIsKnown() {
        QVERIFY(writeFile(at("people.csv"),
                          "First name,Last name,Job title,Company name,Email\n"
                          "Ann,A,Chief Financial Officer,Alpha,ann@alpha.example\n"
                          "Bob,B,Head of Procurement,Alpha,bob@alpha.example\n"
                          "Cid,C,Accountant,Alpha,cid@alpha.example\n"
                          "Dee,D,Accountant,Beta,dee@beta.example\n"));
        const Run scored = run({"score", at("w.icpw"), "--icp", "Haulage", at("leads.csv"), "--role",
                                "contacts=" + at("people.csv"), "--out", at("people-out.csv")});
        QVERIFY2(scored.exitCode == 0, qPrintable(scored.err));
        const QByteArray bytes = fileBytes(at("people-out.csv"));
        QVERIFY2(
            bytes.startsWith("Company name,Number of employees,Industry,Our note,fit,score,decided_by,tier,"
                             "contacts,contact_band,roles_known,roles_missing\r\n"),
            bytes.constData());
        QVERIFY2(bytes.contains(",1,3,inside,economic-buyer; end-user; blocker,champion\r\n"),
                 bytes.constData());
        QVERIFY2(bytes.contains(",,1,below,end-user,champion\r\n"), bytes.constData());
        QVERIFY2(bytes.contains(",2,0,below,,champion\r\n"), bytes.constData());
    }

    void aSearchSpecScoresTheSame() {
        const Run exported = run({"export", at("w.icpw"), "--what", "search", "--as", "json", "--icp",
                                  "Haulage", "--out", at("search.json")});
        QVERIFY2(exported.exitCode == 0, qPrintable(exported.err));
        const Run text = run({"export", at("w.icpw"), "--what", "search", "--as", "txt", "--icp", "Haulage",
                              "--out", at("search.txt")});
        QVERIFY2(text.exitCode == 0, qPrintable(text.err));
        QVERIFY(fileBytes(at("search.txt")).startsWith("Haulage: whom to look for\n"));
        const Run bySpec = run({"score", at("w.icpw"), at("leads.csv"), "--search", at("search.json"),
                                "--out", at("by-spec.csv")});
        QVERIFY2(bySpec.exitCode == 0, qPrintable(bySpec.err));
        const Run byName =
            run({"score", at("w.icpw"), at("leads.csv"), "--icp", "Haulage", "--out", at("by-name.csv")});
        QVERIFY2(byName.exitCode == 0, qPrintable(byName.err));
        QCOMPARE(fileBytes(at("by-spec.csv")), fileBytes(at("by-name.csv")));
        const Run wrong =
            run({"score", at("w.icpw"), at("leads.csv"), "--search", at("leads.csv"), "--out", at("no.csv")});
        QCOMPARE(wrong.exitCode, 3);
        QVERIFY2(wrong.err.contains("“leads.csv” is not a search spec"), qPrintable(wrong.err));
        const Run both = run({"score", at("w.icpw"), at("leads.csv"), "--search", at("search.json"), "--icp",
                              "Haulage", "--out", at("no.csv")});
        QCOMPARE(both.exitCode, 2);
        QVERIFY(!QFile::exists(at("no.csv")));
    }

    void anUnknownIcpIsNamed() {
        const Run scored =
            run({"score", at("w.icpw"), at("leads.csv"), "--icp", "Nobody", "--out", at("x/y.csv")});
        QCOMPARE(scored.exitCode, 2);
        QVERIFY2(scored.err.contains("“Nobody”"), qPrintable(scored.err));
        QVERIFY(!QFile::exists(at("x")));
    }

private:
    QString at(const QString& name) const { return m_folder.filePath(name); }

    static Criterion must(const QString& text, const QString& attribute) {
        Criterion criterion;
        criterion.id = text;
        criterion.text = text;
        criterion.importance = Importance::Must;
        criterion.weight = 50;
        criterion.condition.emplace();
        criterion.condition->attribute = attribute;
        return criterion;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestScore)
#include "tst_score.moc"
