#include "tests/support/core/importcase.h"

#include <QTest>

using namespace icp;

/// Rows that name their account through a table that is none of the four, and files that tell more together
/// than each by itself.
class TestThrough : public test::ImportCase {
    Q_OBJECT
private Q_SLOTS:
    void dealsByTheLeadTheyCameFrom();
    void tooFewAreFound();
    void whoNamesAccountsNeedsNoOther();
    void usageBySubscription();
    void vendorOfAllFiles();

private:
    static QStringList reasons(const Dataset& dataset, const QString& code) {
        QStringList result;
        for (const Issue& issue : dataset.issues)
            if (issue.code == code) result << issue.reason;
        return result;
    }
    QString accounts() {
        QByteArray text("Account ID,Account Name,Website,Industry\n");
        for (int i = 0; i < 20; ++i)
            text += QStringLiteral("A-%1,Firm %1,firm%1.example,Retail\n").arg(i).toUtf8();
        return write(QStringLiteral("accounts.csv"), text);
    }
    /// Every deal of lead L-i is with firm i.
    QString deals(int first, bool named = false) {
        QByteArray text(named ? "Deal Name,Stage,Amount,LEADID,Account Name\n"
                              : "Deal Name,Stage,Amount,LEADID\n");
        for (int i = 0; i < 20; ++i)
            text += QStringLiteral("Deal %1,%2,%3,L-%4%5\n")
                        .arg(i)
                        .arg(i % 2 ? QStringLiteral("Closed Won") : QStringLiteral("Closed Lost"))
                        .arg(100 + i)
                        .arg(first + i)
                        .arg(named ? QStringLiteral(",Firm 3") : QString())
                        .toUtf8();
        return write(QStringLiteral("deals.csv"), text);
    }
    QString leads() {
        QByteArray text("LEADID,Company,Lead Status,Converted\n");
        for (int i = 0; i < 40; ++i) text += QStringLiteral("L-%1,Firm %1,Contacted,Yes\n").arg(i).toUtf8();
        return write(QStringLiteral("leads.csv"), text);
    }
};

void TestThrough::dealsByTheLeadTheyCameFrom() {
    const QStringList paths{accounts(), deals(2), leads()};
    const auto result = importAt(paths);
    IMPORTED(result);
    const Dataset& dataset = **result;
    QCOMPARE(dataset.files.size(), 2U);
    // Deals of the leads 2 to 21; the firms end at 19.
    QCOMPARE(dataset.deals.links.byName, 18);
    for (std::size_t row = 0; row < 18; ++row)
        QCOMPARE(dataset.accounts.table->fields[1].column.display(dataset.deals.links.account[row]),
                 "Firm " + std::to_string(row + 2));
    QCOMPARE(reasons(dataset, QStringLiteral("account-through")),
             QStringList(
                 {QStringLiteral("Deals find their account through leads.csv, where “LEADID” is known for 20 "
                                 "of 20 and the account stands in: Company.")}));
    QVERIFY(!codes(dataset).contains(QStringLiteral("file-unused")));
    QCOMPARE(dataset.deals.links.unlinked.size(), 2U);
    QCOMPARE(dataset.deals.links.unlinked.front().column, QStringLiteral("Company (leads.csv)"));

    // The other way round it is the same, and what leads there is part of the data.
    const auto again = importAt({paths[2], paths[1], paths[0]});
    IMPORTED(again);
    QVERIFY((*again)->deals.links.account == dataset.deals.links.account);
    QCOMPARE((*again)->fingerprint, dataset.fingerprint);
    const auto without = importAt({paths[0], paths[1]});
    IMPORTED(without);
    QVERIFY((*without)->fingerprint != dataset.fingerprint);
    QCOMPARE((*without)->deals.links.nameless, 20);
}

/// Of 20 ids 17 are known: fewer than nine in ten.
void TestThrough::tooFewAreFound() {
    const auto result = importAt({accounts(), deals(23), leads()});
    IMPORTED(result);
    QCOMPARE((*result)->deals.links.matched(), 0);
    QVERIFY(codes(**result).contains(QStringLiteral("file-unused")));
    QVERIFY(!codes(**result).contains(QStringLiteral("account-through")));
}

void TestThrough::whoNamesAccountsNeedsNoOther() {
    const auto result = importAt({accounts(), deals(2, true), leads()});
    IMPORTED(result);
    QCOMPARE((*result)->deals.links.byName, 20);
    QVERIFY(!codes(**result).contains(QStringLiteral("account-through")));
}

void TestThrough::usageBySubscription() {
    QByteArray subscriptions("subscription_id,account_id,start_date,plan\n");
    QByteArray usage("usage_id,subscription_id,usage_date,feature_name,usage_count\n");
    for (int i = 0; i < 40; ++i)
        subscriptions += QStringLiteral("S-%1,A-%2,2024-01-%3,%4\n")
                             .arg(i)
                             .arg(i % 20)
                             .arg(1 + i % 28, 2, 10, QLatin1Char('0'))
                             .arg(i % 3 ? QStringLiteral("Basic") : QStringLiteral("Pro"))
                             .toUtf8();
    for (int i = 0; i < 60; ++i)
        usage += QStringLiteral("U-%1,S-%2,2024-05-%3,feature_%4,%5\n")
                     .arg(i)
                     .arg(i % 40)
                     .arg(1 + i % 28, 2, 10, QLatin1Char('0'))
                     .arg(i % 5)
                     .arg(i % 9)
                     .toUtf8();
    const QString use = write(QStringLiteral("usage.csv"), usage);
    const auto result =
        importAt({accounts(), write(QStringLiteral("subscriptions.csv"), subscriptions), use});
    IMPORTED(result);
    const Dataset& dataset = **result;
    QCOMPARE(dataset.usage.rows(), 60U);
    QCOMPARE(dataset.usage.links.byId, 60);
    for (std::size_t row = 0; row < 60; ++row) QCOMPARE(dataset.usage.links.account[row], row % 40 % 20);
    // By itself it says nothing of accounts.
    const auto alone = importAt({accounts(), use});
    IMPORTED(alone);
    QCOMPARE((*alone)->usage.rows(), 0U);
    QVERIFY(codes(**alone).contains(QStringLiteral("file-unused")));
}

/// A list of contacts with two headers that only HubSpot writes is doubtful; beside companies it is not.
void TestThrough::vendorOfAllFiles() {
    const QString companies =
        write(QStringLiteral("companies.csv"),
              "Record ID,Company name,Company Domain Name,Lifecycle Stage,Original Source,Industry\n"
              "1,Acme,acme.example,Customer,Direct,Retail\n2,Beta,beta.example,Lead,Direct,Energy\n");
    const QString contacts = write(QStringLiteral("contacts.csv"),
                                   "Record ID,First Name,Last Name,Email,Job Title\n"
                                   "7,Ann,Lee,ann@acme.example,CFO\n8,Bob,Ray,bob@beta.example,CEO\n");
    const QString list = write(QStringLiteral("usage.csv"), "Account,Users,Date\nAcme,5,2024-05-01\n");
    const auto surest = [](const Result<std::shared_ptr<const Dataset>>& result, QStringView name) {
        for (const SourceFile& file : (*result)->files)
            if (file.name == name) return std::pair(file.vendor, file.vendorSure);
        return std::pair(QString(), -1.0);
    };
    const auto alone = importAt({contacts});
    IMPORTED(alone);
    const auto together = importAt({companies, contacts, list});
    IMPORTED(together);
    QVERIFY(surest(together, u"companies.csv").second >= 0.75);
    QVERIFY(surest(alone, u"contacts.csv").first != u"hubspot" ||
            surest(alone, u"contacts.csv").second < 0.75);
    QCOMPARE(surest(together, u"contacts.csv").first, QStringLiteral("hubspot"));
    QVERIFY(surest(together, u"contacts.csv").second >= 0.75);
    QCOMPARE(surest(together, u"usage.csv").first, QStringLiteral("generic"));
}

QTEST_GUILESS_MAIN(TestThrough)
#include "tst_through.moc"
