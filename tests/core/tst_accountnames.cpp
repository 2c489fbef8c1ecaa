#include "tests/support/core/datasetbuilder.h"

#include <QTest>

using namespace icp;

/// What an account is called where its export has no names.
class TestAccountNames : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nameThenIdThenDomain() {
        test::DatasetBuilder builder;
        builder.text(Entity::Account, QStringLiteral("account.name"), {"Acme", "", "", ""})
            .text(Entity::Account, QStringLiteral("account.id"), {"7590-VHVEG", "5575-GNVDE", "", ""})
            .text(Entity::Account, QStringLiteral("account.domain"),
                  {"a.example", "b.example", "c.example", ""});
        const Dataset dataset = builder.build();
        QStringList names;
        for (std::size_t row = 0; row < 4; ++row) names << dataset.accountName(row);
        QCOMPARE(names, (QStringList{"Acme", "5575-GNVDE", "c.example", "Account 4"}));
    }
};

QTEST_APPLESS_MAIN(TestAccountNames)
#include "tst_accountnames.moc"
