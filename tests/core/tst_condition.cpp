#include "core/table/condition.h"
#include "core/table/expression.h"

#include <QTest>

using namespace icp;

namespace {

EntityTable entityTable(Entity entity, std::vector<std::pair<QString, Column>> columns) {
    EntityTable result;
    auto table = std::make_shared<Table>();
    for (auto& [name, column] : columns) {
        Attribute attribute;
        attribute.name = name;
        attribute.label = name.section(u'.', 1);
        attribute.entity = entity;
        attribute.column = int(table->fields.size());
        result.attributes.push_back(attribute);
        table->rows = column.size();
        table->fields.push_back({attribute.label, column});
    }
    result.table = table;
    return result;
}

Bitmap rows(std::size_t size, std::initializer_list<std::size_t> set) {
    Bitmap bits(size);
    for (const std::size_t row : set) bits.set(row);
    return bits;
}

Column category(const QStringList& cells) {
    Dictionary dictionary;
    std::vector<std::uint32_t> codes;
    Bitmap missing(std::size_t(cells.size()));
    for (const QString& cell : cells) {
        if (cell.isEmpty()) missing.set(codes.size());
        codes.push_back(cell.isEmpty() ? 0 : dictionary.intern(cell.toStdString()));
    }
    return Column::categories(std::move(codes), std::move(dictionary), std::move(missing));
}

/// Three accounts; deals 0 and 1 belong to account 0, deal 2 to account 1, deal 3 to nobody.
Dataset smallDataset() {
    Dataset data;
    data.accounts = entityTable(Entity::Account,
                                {{QStringLiteral("account.industry"), category({"Retail", "Energy", ""})},
                                 {QStringLiteral("account.employees"),
                                  Column::numbers(ColumnType::Number, {10, 50, 0}, rows(3, {2}))}});
    data.accounts.links.account = {0, 1, 2};
    data.deals =
        entityTable(Entity::Deal, {{QStringLiteral("deal.source"), category({"Web", "Event", "", "Web"})}});
    data.deals.links.account = {0, 0, 1, noRow};
    return data;
}

}  // namespace

class TestCondition : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ownAttribute() {
        const Dataset data = smallDataset();
        const Match in = evaluate({QStringLiteral("account.industry"), Condition::Op::In, {"Retail"}}, data,
                                  Entity::Account);
        QCOMPARE(in.yes, rows(3, {0}));
        QCOMPARE(in.unknown, rows(3, {2}));
        const Match notIn = evaluate({QStringLiteral("account.industry"), Condition::Op::NotIn, {"Retail"}},
                                     data, Entity::Account);
        QCOMPARE(notIn.yes, rows(3, {1}));
        const Match missing =
            evaluate({QStringLiteral("account.industry"), Condition::Op::Missing, {}}, data, Entity::Account);
        QCOMPARE(missing.yes, rows(3, {2}));
        QCOMPARE(missing.unknown, rows(3, {}));
    }

    void rangeIncludesLowAndNotHigh() {
        const Dataset data = smallDataset();
        Condition range{QStringLiteral("account.employees"), Condition::Op::Range, {}};
        range.low = 10;
        range.high = 50;
        QCOMPARE(evaluate(range, data, Entity::Account).yes, rows(3, {0}));
        range.high = 50.5;
        QCOMPARE(evaluate(range, data, Entity::Account).yes, rows(3, {0, 1}));
    }

    void accountAttributeReachesDeals() {
        const Match match = evaluate({QStringLiteral("account.industry"), Condition::Op::In, {"Retail"}},
                                     smallDataset(), Entity::Deal);
        QCOMPARE(match.yes, rows(4, {0, 1}));
        QCOMPARE(match.unknown, rows(4, {3}));
    }

    void dealAttributeReachesAccountsWhenAnyMatches() {
        const Match match = evaluate({QStringLiteral("deal.source"), Condition::Op::In, {"Event"}},
                                     smallDataset(), Entity::Account);
        QCOMPARE(match.yes, rows(3, {0}));
        QCOMPARE(match.unknown, rows(3, {1, 2}));
    }

    void unknownAttributeIsUnknownEverywhere() {
        const Match match = evaluate({QStringLiteral("account.nothing"), Condition::Op::In, {"x"}},
                                     smallDataset(), Entity::Account);
        QCOMPARE(match.unknown.count(), std::size_t(3));
        QVERIFY(!match.yes.any());
    }

    void filtersAreParsed_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("accounts");
        QTest::newRow("equal") << "account.industry = Retail" << 1;
        QTest::newRow("quoted") << "account.industry = 'Retail'" << 1;
        QTest::newRow("label") << "Industry != Retail" << 1;
        QTest::newRow("in") << "account.industry in (Retail, Energy)" << 2;
        QTest::newRow("not in") << "account.industry not in (Energy)" << 1;
        QTest::newRow("and") << "account.industry in (Retail, Energy) and account.employees >= 50" << 1;
        QTest::newRow("above") << "account.employees > 10" << 1;
        QTest::newRow("up to") << "account.employees <= 10" << 1;
        QTest::newRow("exactly") << "account.employees = 50" << 1;
        QTest::newRow("missing") << "account.industry is missing" << 1;
        QTest::newRow("known") << "account.industry is known" << 2;
        QTest::newRow("from a deal") << "deal.source = Web" << 1;
    }

    void filtersAreParsed() {
        QFETCH(QString, text);
        QFETCH(int, accounts);
        const Dataset data = smallDataset();
        const auto conditions = parseConditions(text, data);
        QVERIFY(checkConditions(text).has_value());
        QVERIFY2(conditions, conditions ? "" : qPrintable(conditions.error().message));
        Bitmap yes(3, true);
        for (const Condition& condition : *conditions) yes &= evaluate(condition, data, Entity::Account).yes;
        QCOMPARE(int(yes.count()), accounts);
    }

    void wrongFiltersSayWhatIsWrong_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::addColumn<bool>("wellFormed");
        QTest::newRow("empty") << ""
                               << "an attribute" << false;
        QTest::newRow("no such attribute") << "colour = red"
                                           << "colour" << true;
        QTest::newRow("no operator") << "account.industry Retail"
                                     << "an operator" << false;
        QTest::newRow("half an operator") << "account.employees ! 3"
                                          << "an operator" << false;
        QTest::newRow("list without in") << "account.employees (3)"
                                         << "an operator" << false;
        QTest::newRow("no value") << "account.employees >="
                                  << "a value" << false;
        QTest::newRow("text compared") << "account.industry > Retail"
                                       << "numbers and dates only" << true;
        QTest::newRow("not a number") << "account.employees > many"
                                      << "many" << true;
        QTest::newRow("unclosed") << "account.industry in (Retail"
                                  << ")" << false;
        QTest::newRow("two without and") << "account.industry = Retail account.employees > 1"
                                         << "and" << false;
    }

    void wrongFiltersSayWhatIsWrong() {
        QFETCH(QString, text);
        QFETCH(QString, says);
        QFETCH(bool, wellFormed);
        const auto unread = checkConditions(text);
        QCOMPARE(unread.has_value(), wellFormed);
        if (!wellFormed) QVERIFY2(unread.error().message.contains(says), qPrintable(unread.error().message));
        const auto conditions = parseConditions(text, smallDataset());
        QVERIFY(!conditions);
        QCOMPARE(conditions.error().code, ErrorCode::Usage);
        QVERIFY2(conditions.error().message.contains(says), qPrintable(conditions.error().message));
    }
};

QTEST_APPLESS_MAIN(TestCondition)
#include "tst_condition.moc"
