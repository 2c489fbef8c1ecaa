#include "core/proposals/compare.h"
#include "tests/support/core/datasetbuilder.h"
#include "tests/support/core/workshopedits.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>
#include <set>

using namespace icp;
using namespace icp::test;

/// What appeared, changed and vanished from one export to the next.
class TestCompare : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingChanged();
    void byHand();
    void matchedByWhatIsThere();
    void idsTellApartWhatIsNamedAlike();
    void rowsWithoutKeysAreNeitherNewNorGone();
    void outcomesChange();
    void randomAgainstSets();
    void cancelled();
};

namespace {

DatasetChange changeOf(const Dataset& before, const Dataset& after) {
    return expectValue(compare(before, after));
}

/// One export as a map from id to the cells of its row.
using Rows = std::map<QString, std::map<QString, QString>>;

Dataset datasetOf(const Rows& rows, QRandomGenerator& random) {
    std::vector<QString> ids;
    for (const auto& [id, cells] : rows) ids.push_back(id);
    std::shuffle(ids.begin(), ids.end(), random);
    QStringList column;
    for (const QString& id : ids) column << id;
    DatasetBuilder builder;
    builder.text(Entity::Account, "account.id", column);
    std::set<QString> names;
    for (const auto& [id, cells] : rows)
        for (const auto& [name, cell] : cells) names.insert(name);
    for (const QString& name : names) {
        column.clear();
        for (const QString& id : ids) column << rows.at(id).at(name);
        builder.category(Entity::Account, name, column);
    }
    return builder.build();
}

}  // namespace

void TestCompare::nothingChanged() {
    const Dataset dataset = randomDataset(4, 60);
    const DatasetChange change = changeOf(dataset, dataset);
    for (const EntityChange& entity : change.entities) {
        QCOMPARE(entity.before, entity.after);
        QVERIFY(entity.attributes.empty() && entity.changed.empty());
        QVERIFY(entity.newAttributes.isEmpty() && entity.vanishedAttributes.isEmpty());
        QCOMPARE(entity.vanished.size(), entity.appeared.size());
    }
    QVERIFY(change.outcomes.empty());
}

void TestCompare::byHand() {
    const Dataset before = DatasetBuilder()
                               .text(Entity::Account, "account.id", {"1", "2", "3"})
                               .category(Entity::Account, "account.industry", {"Food", "Steel", ""})
                               .number(Entity::Account, "account.employees", {10, 20, 30})
                               .multi(Entity::Account, "account.technologies", {"SAP; Sage", "SAP", ""})
                               .text(Entity::Account, "account.x_old", {"a", "b", "c"})
                               .build();
    const Dataset after = DatasetBuilder()
                              .text(Entity::Account, "account.id", {"4", "3", "1"})
                              .category(Entity::Account, "account.industry", {"Glass", "Food", "Food"})
                              .number(Entity::Account, "account.employees", {40, qQNaN(), 11})
                              .multi(Entity::Account, "account.technologies", {"", "", "Sage; SAP"})
                              .text(Entity::Account, "account.x_new", {"a", "b", "c"})
                              .build();
    const DatasetChange change = changeOf(before, after);
    const EntityChange& accounts = change.of(Entity::Account);
    QCOMPARE(accounts.appeared, (std::vector<std::uint32_t>{0}));
    QCOMPARE(accounts.vanished, (std::vector<std::uint32_t>{1}));
    QCOMPARE(accounts.byId, 2);
    QCOMPARE(accounts.changed, (std::vector<std::uint32_t>{1, 2}));
    QCOMPARE(accounts.newAttributes, QStringList{"x_new"});
    QCOMPARE(accounts.vanishedAttributes, QStringList{"x_old"});
    // The elements of a cell have no order, so nothing is new in the technologies.
    QCOMPARE(accounts.attributes.size(), std::size_t(2));
    QCOMPARE(accounts.attributes[0].name, QStringLiteral("account.industry"));
    QCOMPARE(accounts.attributes[0].filled, 1);
    QCOMPARE(accounts.attributes[0].newLevels, QStringList{"Glass"});
    QCOMPARE(accounts.attributes[0].vanishedLevels, QStringList{"Steel"});
    QCOMPARE(accounts.attributes[1].changed, 1);
    QCOMPARE(accounts.attributes[1].emptied, 1);
}

void TestCompare::matchedByWhatIsThere() {
    const Dataset before =
        DatasetBuilder()
            .text(Entity::Account, "account.id", {"1", "", "", "", "5"})
            .text(Entity::Account, "account.domain",
                  {"", "https://www.two.com/x", "", "shared.com", "shared.com"})
            .text(Entity::Account, "account.name", {"One", "Two", "Three GmbH", "Four", "Five"})
            .text(Entity::Deal, "deal.name", {"New", "New", "Renewal"})
            .links(Entity::Deal, {0, 2, noRow})
            .text(Entity::Contact, "contact.email", {"A@x.com", "", ""})
            .text(Entity::Contact, "contact.last_name", {"Ames", "Berg", "Cole"})
            .links(Entity::Contact, {0, 1, 1})
            .build();
    const Dataset after =
        DatasetBuilder()
            .text(Entity::Account, "account.id", {"9", "", "", "", "1"})
            .text(Entity::Account, "account.domain", {"two.com", "", "shared.com", "", ""})
            .text(Entity::Account, "account.name", {"Zwei", "three", "Fifth", "Four", "Eins"})
            .text(Entity::Deal, "deal.name", {"New", "renewal", "New"})
            .links(Entity::Deal, {1, noRow, 3})
            .text(Entity::Contact, "contact.email", {"a@x.com", "", ""})
            .text(Entity::Contact, "contact.last_name", {"Other", "Berg", "Cole"})
            .links(Entity::Contact, {0, 0, 4})
            .build();
    const DatasetChange change = changeOf(before, after);
    const EntityChange& accounts = change.of(Entity::Account);
    using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
    // "shared.com" names two accounts before, so only their names can tell; "Fifth" is nobody's.
    QCOMPARE(accounts.matched, (Pairs{{1, 0}, {2, 1}, {3, 3}, {0, 4}}));
    QCOMPARE(accounts.byId, 1);
    QCOMPARE(accounts.byDomain, 1);
    QCOMPARE(accounts.byName, 2);
    // Deals of the same name are told apart by their accounts.
    QCOMPARE(change.of(Entity::Deal).matched, (Pairs{{1, 0}, {2, 1}}));
    QCOMPARE(change.of(Entity::Contact).matched, (Pairs{{0, 0}, {1, 1}}));
    QCOMPARE(change.of(Entity::Contact).byDomain, 1);
}

/// Of 100 deals, all called "New", "Old" or the like at few accounts, 20 are gone and 30 are new.
void TestCompare::idsTellApartWhatIsNamedAlike() {
    const auto deals = [](int first, int last) {
        QStringList ids;
        QStringList names;
        QStringList stages;
        std::vector<std::uint32_t> accounts;
        for (int i = first; i < last; ++i) {
            ids << QString::number(i);
            names << QStringLiteral("Deal %1").arg(i % 40);
            stages << (i % 2 ? QStringLiteral("Won") : QStringLiteral("Lost"));
            accounts.push_back(std::uint32_t(i % 3));
        }
        return DatasetBuilder()
            .text(Entity::Account, "account.name", {"A", "B", "C"})
            .text(Entity::Deal, "deal.id", ids)
            .text(Entity::Deal, "deal.name", names)
            .category(Entity::Deal, "deal.stage", stages)
            .links(Entity::Deal, accounts)
            .build();
    };
    const EntityChange all = changeOf(deals(0, 100), deals(20, 130)).of(Entity::Deal);
    QCOMPARE(all.byId, 80);
    QCOMPARE(all.byName, 0);
    QCOMPARE(all.appeared.size(), std::size_t(30));
    QCOMPARE(all.vanished.size(), std::size_t(20));
    QVERIFY(all.changed.empty());
    // Ids of another system say nothing: then names do, where they name one deal.
    const EntityChange moved = changeOf(deals(0, 30), deals(120, 150)).of(Entity::Deal);
    QCOMPARE(moved.byId, 0);
    QCOMPARE(moved.byName, 30);
}

void TestCompare::rowsWithoutKeysAreNeitherNewNorGone() {
    const auto deals = [](const QStringList& ids, const QStringList& names) {
        return DatasetBuilder()
            .text(Entity::Account, "account.name", {"Acme"})
            .text(Entity::Deal, "deal.id", ids)
            .text(Entity::Deal, "deal.name", names)
            .links(Entity::Deal, std::vector<std::uint32_t>(std::size_t(ids.size()), 0))
            .build();
    };
    const DatasetChange change = changeOf(deals({"", "1", "", "", ""}, {"", "", "Gone", "", ""}),
                                          deals({"2", "", "", "1"}, {"", "", "", "One"}));
    const EntityChange& found = change.of(Entity::Deal);
    QCOMPARE(found.keylessBefore, 3);
    QCOMPARE(found.keyless, 2);
    QCOMPARE(found.appeared, (std::vector<std::uint32_t>{0}));
    QCOMPARE(found.vanished, (std::vector<std::uint32_t>{2}));
    QCOMPARE(found.matched.size(), std::size_t(1));
}

void TestCompare::outcomesChange() {
    const auto deals = [](const QStringList& ids, const std::vector<DealState>& states) {
        return DatasetBuilder().text(Entity::Deal, "deal.id", ids).deals(states).build();
    };
    const DatasetChange change =
        changeOf(deals({"a", "b", "c"}, {DealState::Open, DealState::Open, DealState::Won}),
                 deals({"c", "b", "d"}, {DealState::Lost, DealState::Open, DealState::Won}));
    QCOMPARE(change.outcomes.size(), std::size_t(1));
    QCOMPARE(change.outcomes[0].before, 2U);
    QCOMPARE(change.outcomes[0].after, 0U);
    QCOMPARE(change.outcomes[0].from, DealState::Won);
    QCOMPARE(change.outcomes[0].to, DealState::Lost);
}

void TestCompare::randomAgainstSets() {
    QRandomGenerator random(17);
    for (int round = 0; round < 40; ++round) {
        Rows before;
        for (int i = 0; i < 60; ++i) {
            auto& cells = before[QStringLiteral("id%1").arg(random.bounded(100))];
            for (const char* name : {"account.x_a", "account.x_b", "account.x_c"})
                cells[QString::fromLatin1(name)] =
                    random.bounded(4) == 0 ? QString() : QStringLiteral("v%1").arg(random.bounded(6));
        }
        Rows after;
        for (const auto& [id, cells] : before)
            if (random.bounded(4) != 0) after[id] = cells;
        for (auto& [id, cells] : after)
            for (auto& [name, cell] : cells)
                if (random.bounded(5) == 0)
                    cell = random.bounded(3) == 0 ? QString() : QStringLiteral("v%1").arg(random.bounded(8));
        for (int i = 0; i < 10; ++i) {
            const QString id = QStringLiteral("id%1").arg(random.bounded(200));
            if (!before.contains(id)) after[id] = before.begin()->second;
        }
        const Dataset then = datasetOf(before, random);
        const Dataset now = datasetOf(after, random);
        const EntityChange found = changeOf(then, now).of(Entity::Account);

        const auto idsAt = [](const Dataset& dataset, const std::vector<std::uint32_t>& rows) {
            std::set<QString> ids;
            for (const std::uint32_t row : rows)
                ids.insert(QString::fromStdString(dataset.column(u"account.id")->display(row)));
            return ids;
        };
        std::set<QString> appeared;
        std::set<QString> vanished;
        std::set<QString> changed;
        std::map<QString, std::array<qint64, 3>> counts;
        std::map<QString, std::pair<std::set<QString>, std::set<QString>>> levels;
        for (const auto& [id, cells] : after)
            if (!before.contains(id)) appeared.insert(id);
        for (const auto& [id, cells] : before)
            if (!after.contains(id)) vanished.insert(id);
        for (const auto& [id, cells] : after) {
            for (const auto& [name, cell] : cells) {
                if (!cell.isEmpty()) levels[name].second.insert(cell);
                if (!before.contains(id)) continue;
                const QString old = before[id][name];
                if (old == cell) continue;
                changed.insert(id);
                ++counts[name][old.isEmpty() ? 1 : cell.isEmpty() ? 2 : 0];
            }
        }
        for (const auto& [id, cells] : before)
            for (const auto& [name, cell] : cells)
                if (!cell.isEmpty()) levels[name].first.insert(cell);

        QVERIFY(idsAt(now, found.appeared) == appeared);
        QVERIFY(idsAt(then, found.vanished) == vanished);
        QVERIFY(idsAt(now, found.changed) == changed);
        QCOMPARE(found.byId, qint64(after.size() - appeared.size()));
        for (const AttributeChange& attribute : found.attributes) {
            const auto& expected = counts[attribute.name];
            QCOMPARE(attribute.changed, expected[0]);
            QCOMPARE(attribute.filled, expected[1]);
            QCOMPARE(attribute.emptied, expected[2]);
            const auto& [old, fresh] = levels[attribute.name];
            std::set<QString> added(attribute.newLevels.begin(), attribute.newLevels.end());
            std::set<QString> gone(attribute.vanishedLevels.begin(), attribute.vanishedLevels.end());
            for (const QString& level : fresh) QCOMPARE(added.contains(level), !old.contains(level));
            for (const QString& level : old) QCOMPARE(gone.contains(level), !fresh.contains(level));
            counts.erase(attribute.name);
        }
        for (const auto& [name, left] : counts) QCOMPARE(left[0] + left[1] + left[2], 0);
    }
}

void TestCompare::cancelled() {
    const Dataset dataset = randomDataset(4, 10);
    const Job job;
    job.cancel();
    const auto result = compare(dataset, dataset, job);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestCompare)
#include "tst_compare.moc"
