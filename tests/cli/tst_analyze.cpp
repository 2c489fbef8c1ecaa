#include "core/store/workshopfile.h"
#include "tests/support/core/program.h"
#include "tests/support/core/workshopedits.h"
#include "tests/support/core/workshoptest.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace icp;
using namespace icp::test;

/// What `analyze` tells of a workshop beside its drivers and segments: stages, reasons, who left, what
/// changed, claims; and that its looks at the sealed deals are recorded.
class TestAnalyze : public WorkshopTest {
    Q_OBJECT
private Q_SLOTS:
    void init() { newPlace(); }

    void looksAtTheSealAreCounted() {
        import(deals(0, 240));
        const auto openings = [&](const QStringList& more) {
            return json(more).value("study")["sealOpenings"].toInt(-1);
        };
        const QByteArray first = run({"analyze", m_path}).out;
        QCOMPARE(openings({}), 1);
        QCOMPARE(run({"analyze", m_path}).out, first);  // the same question is no new look
        QCOMPARE(openings({"--depth", "1"}), 2);
        QCOMPARE(openings({"--where", "deal.amount >= 150"}), 3);
        const QJsonArray filter = json({"--where", "deal.amount >= 150"}).value("study")["filter"].toArray();
        QCOMPARE(filter.size(), 1);
        QCOMPARE(filter[0]["attribute"].toString(), QStringLiteral("deal.amount"));
        QCOMPARE(openings({}), 3);
        QVERIFY(run({"analyze", m_path}).out.contains("have been opened 3 times"));
        const auto file = expectValue(WorkshopFile::open(m_path));
        QCOMPARE(file->workshop().openings.size(), 3U);
        QCOMPARE(file->workshop().openings.front().from.isValid(), true);
        QVERIFY(file->workshop().openings[1].question.contains(u"up to 1 conditions"));
        QCOMPARE(file->undoText(), QStringLiteral("Open the sealed deals"));
    }

    void stagesAndReasons() {
        import(deals(0, 240));
        const QJsonObject told = json({});
        const QJsonObject stages = told["funnel"]["stages"].toObject();
        QCOMPARE(stages["basis"].toString(), QStringLiteral("none"));
        QVERIFY(stages["cannot"].toString().contains(u"cannot be told yet"));
        QCOMPARE(told["lostReasons"].toArray().first()["reason"].toString(), QStringLiteral("Price"));
        const QByteArray text = run({"analyze", m_path}).out;
        QVERIFY2(text.contains("Why deals are lost (") && text.contains("  Price: "), text.constData());
        QVERIFY2(text.contains("cannot be told yet"), text.constData());
    }

    void anyGroupBesideAllOthers() {
        import(deals(0, 240));
        const QJsonObject told = json({"--beside", "deal.source = Fair"});
        QCOMPARE(told["funnel"]["group"].toArray().first().toString(), QStringLiteral("Source: Fair"));
        // The lost ones are 90 from fairs and 30 from the web.
        const QJsonValue reason = told["lostReasons"][0];
        QCOMPARE(reason["inside"]["n"].toInt(), 90);
        QCOMPARE(reason["others"]["n"].toInt(), 30);
        const Run refused = run({"analyze", m_path, "--beside", "deal.nothing = 1"});
        QCOMPARE(refused.exitCode, 2);
    }

    void whatChanged() {
        import(deals(0, 240));
        const Run alone = run({"analyze", m_path, "--against", "before"});
        QCOMPARE(alone.exitCode, 2);
        QVERIFY2(alone.err.contains("one import only"), qPrintable(alone.err));
        import(deals(0, 240) + deals(240, 400).mid(header.size()));
        const QJsonObject drift = json({"--against", "before"}).value("drift").toObject();
        QCOMPARE(drift["repeated"].toInt(), 240);
        QCOMPARE(drift["before"]["n"].toInt(), 240);
        QCOMPARE(drift["now"]["n"].toInt(), 160);
        // All newer deals come from the web, of the older ones half.
        const QJsonObject source = drift["attributes"].toArray().first().toObject();
        QCOMPARE(source["label"].toString(), QStringLiteral("Source"));
        QCOMPARE(source["size"].toString(), QStringLiteral("strong"));
        const QByteArray text = run({"analyze", m_path, "--against", "before"}).out;
        QVERIFY2(text.contains("Since the earlier data:") &&
                     text.contains("Source has changed, most “Fair”: from 50% to 0%."),
                 text.constData());
        const Run gone = run({"analyze", m_path, "--against", at("gone.icpw")});
        QCOMPARE(gone.exitCode, 3);
        // The data of another workshop, here its own.
        QCOMPARE(json({"--against", m_path}).value("drift")["repeated"].toInt(), 400);
    }

    void claimsAndWhoLeft() {
        import(deals(0, 240));
        QCOMPARE(run({"analyze", m_path, "--icp", "Nobody"}).exitCode, 2);
        QVERIFY(!json({}).contains(QStringLiteral("claims")));
        const Condition web{QStringLiteral("deal.source"), Condition::Op::In, {QStringLiteral("Web")}};
        const Claim claim{QStringLiteral("c"),
                          QStringLiteral("The web wins more often"),
                          {{web}, ClaimMetric::WinRate, ClaimDirection::Above},
                          {},
                          {}};
        Change change;
        change.entity = QStringLiteral("claim");
        change.id = claim.id;
        change.after = toJson(claim);
        QCOMPARE(failure(expectValue(WorkshopFile::open(m_path))->apply(change)), QString());
        // 90 of the 120 from the web are won, 30 of the 120 from fairs.
        const QJsonObject told = json({}).value("claims").toArray().first().toObject();
        QCOMPARE(told["verdict"].toString(), QStringLiteral("supported"));
        QCOMPARE(told["n"].toInt(), 120);
        const QByteArray text = run({"analyze", m_path}).out;
        QVERIFY2(text.contains("Supported: The web wins more often 75% of 120"), text.constData());
    }

    void whoLeftByFit() {
        // 40 customers of each kind; of the small ones 30 left, of the large ones 4.
        QByteArray accounts("Account ID,Account Name,Industry,Customer,Churned\n");
        for (int i = 0; i < 80; ++i) {
            const bool large = i < 40;
            const bool left = large ? i < 4 : i < 70;
            accounts += QByteArray::number(i) + ",Firm " + QByteArray::number(i) +
                        (large ? ",Energy" : ",Retail") + ",yes," + (left ? "yes\n" : "no\n");
        }
        QVERIFY(writeFile(at("accounts.csv"), accounts));
        QCOMPARE(run({"import", at("accounts.csv"), "--to", m_path, "--memory", "none"}).exitCode, 0);
        Icp icp = namedIcp(QStringLiteral("i"), QStringLiteral("Energy firms"));
        Criterion must;
        must.id = QStringLiteral("m");
        must.importance = Importance::Must;
        must.condition =
            Condition{QStringLiteral("account.industry"), Condition::Op::In, {QStringLiteral("Energy")}};
        icp.criteria = {must};
        QCOMPARE(failure(expectValue(WorkshopFile::open(m_path))->apply(putting(icp))), QString());
        const QJsonObject left = json({}).value("leftByFit").toObject();
        QCOMPARE(left["icp"].toString(), QStringLiteral("Energy firms"));
        const QJsonArray classes = left["classes"].toArray();
        QCOMPARE(classes[0]["positives"].toInt(), 4);
        QCOMPARE(classes[0]["n"].toInt(), 40);
        QCOMPARE(classes[2]["positives"].toInt(), 30);
        QCOMPARE(
            left["sentence"].toString(),
            QStringLiteral("Of 34 customers who left, 4 were an ideal fit and 30 a bad fit. Ideal fits leave "
                           "less often than others: 10% of 40, against 75% of 40. That speaks for the "
                           "profile."));
        // The sum over the classes is all who left.
        int sum = 0;
        for (const QJsonValue one : classes) sum += one["positives"].toInt();
        QCOMPARE(sum, 34);
        QVERIFY(run({"analyze", m_path}).out.contains("bad fit: 30 of 40"));
    }

private:
    static inline const QByteArray header{
        "Deal ID,Deal Name,Stage,Amount,Close Date,Account Name,Source,Lost Reason\n"};

    /// Deals that from 240 on all come from the web.
    static QByteArray deals(int from, int to) {
        QByteArray text(header);
        for (int i = from; i < to; ++i) {
            const bool web = i % 2 == 0 || i >= 240;
            const bool won = (i / 2) % 4 == 0 ? !web : web;
            text += QByteArray::number(i) + ",Deal," + (won ? "Closed Won," : "Closed Lost,") +
                    QByteArray::number(100 + i) + ",2024-01-" + QByteArray::number(10 + i % 18) +
                    ",Account " + QByteArray::number(i) + (web ? ",Web," : ",Fair,") +
                    (won          ? "\n"
                     : i % 3 == 0 ? "Timing\n"
                                  : "Price\n");
        }
        return text;
    }
    void import(const QByteArray& text) {
        QVERIFY(writeFile(at("deals.csv"), text));
        const Run done = run({"import", at("deals.csv"), "--to", m_path, "--memory", "none"});
        QVERIFY2(done.exitCode == 0, qPrintable(done.err));
    }
    QJsonObject json(const QStringList& more) {
        return QJsonDocument::fromJson(run(QStringList{"analyze", m_path, "--json"} + more).out).object();
    }
};

QTEST_GUILESS_MAIN(TestAnalyze)
#include "tst_analyze.moc"
