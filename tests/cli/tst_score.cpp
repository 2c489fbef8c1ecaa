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

    void whatNoColumnAnswersIsSaid() {
        QVERIFY(writeFile(at("short.csv"), "Company name,Number of employees\nAlpha,120\nBeta,20\n"));
        const Run scored =
            run({"score", at("w.icpw"), at("short.csv"), "--icp", "Haulage", "--out", at("short-out.csv")});
        QVERIFY2(scored.exitCode == 0, qPrintable(scored.err));
        QVERIFY2(scored.err.contains("no column for Industry"), qPrintable(scored.err));
        QVERIFY(fileBytes(at("short-out.csv")).contains("\r\nAlpha,120,stretch,50,unknown industry,2\r\n"));
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
