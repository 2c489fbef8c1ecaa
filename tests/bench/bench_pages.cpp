// Pages that hold much at once. With 20,000 accounts of 300 attributes: Patterns (stepping, scrolling,
// searching, opening what is folded), Segments following the mouse and the keyboard, Validate with 40 claims
// and an earlier import. With 100,000 accounts of 12: the ICP's page with the made-up company, Priorities,
// Versions with what an agreement should have stood, Implications with 120 entries. What the window does
// itself is printed against one frame of 16 ms; time on the clock is not, since analyses use the processors
// meanwhile.
#include "tests/bench/frames.h"
#include "tests/support/core/datasetbuilder.h"
#include "ui/document/document.h"
#include "ui/shell/mainwindow.h"
#include "ui/stations/icp/icpstation.h"
#include "ui/stations/validate/validatestation.h"
#include "ui/theme/tokens.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace icp;
using namespace icp::ui;
using namespace icp::bench;

namespace {

struct Size {
    std::uint32_t accounts;
    int attributes;
};
constexpr Size wide{20000, 300};
constexpr Size tall{100000, 12};
constexpr int claims = 40;
constexpr int entries = 40;
constexpr int settles = 80;  // ms of quiet after an act

/// Every third attribute a number, a category and yes or no; the first of each goes with winning.
std::shared_ptr<const Dataset> datasetOf(Size size, std::uint32_t seed) {
    const std::uint32_t accounts = size.accounts;
    std::mt19937 random(seed);
    test::DatasetBuilder builder;
    QStringList names;
    for (std::uint32_t i = 0; i < accounts; ++i) names << QStringLiteral("Company %1").arg(i);
    builder.text(Entity::Account, QStringLiteral("account.name"), names);
    std::vector<double> chance(accounts, 0.2);
    for (int nth = 0; nth < size.attributes; ++nth) {
        const QString name = QStringLiteral("account.x_fact_%1").arg(nth);
        std::vector<double> numbers;
        QStringList words;
        for (std::uint32_t i = 0; i < accounts; ++i) {
            const bool missing = random() % 20 == 0;
            const std::uint32_t value = random() % (nth % 3 == 0 ? 1000 : nth % 3 == 1 ? 12 : 2);
            if (nth < 3 && value < (nth == 0 ? 300U : nth == 1 ? 4U : 1U)) chance[i] += 0.2;
            if (nth % 3 == 0)
                numbers.push_back(missing ? std::numeric_limits<double>::quiet_NaN() : value);
            else
                words << (missing        ? QString()
                          : nth % 3 == 1 ? QStringLiteral("Group %1").arg(value)
                          : value == 0   ? QStringLiteral("yes")
                                         : QStringLiteral("no"));
        }
        if (nth % 3 == 0)
            builder.number(Entity::Account, name, numbers);
        else if (nth % 3 == 1)
            builder.category(Entity::Account, name, words);
        else
            builder.boolean(Entity::Account, name, words);
    }
    std::vector<std::uint32_t> of;
    std::vector<DealState> states;
    std::vector<double> closed;
    for (std::uint32_t deal = 0; deal < 2 * accounts; ++deal) {
        of.push_back(deal / 2);
        states.push_back(random() % 1000 < 1000 * chance[deal / 2] ? DealState::Won : DealState::Lost);
        closed.push_back(18993 + random() % 1200);
    }
    Dataset dataset =
        builder.number(Entity::Deal, QStringLiteral("deal.close_date"), closed, ColumnType::Date)
            .links(Entity::Deal, of)
            .deals(states)
            .build();
    for (Attribute& attribute : dataset.accounts.attributes) {
        const bool fact = attribute.name.startsWith(u"account.x_");
        attribute.use = fact ? AttributeUse::Feature : AttributeUse::Description;
        attribute.label =
            fact ? QStringLiteral("Fact %1").arg(attribute.name.section(u'_', -1)) : attribute.name;
    }
    for (Attribute& attribute : dataset.deals.attributes) attribute.use = AttributeUse::Outcome;
    SourceFile file;
    file.name = QStringLiteral("accounts.csv");
    file.rows = accounts;
    dataset.files.push_back(file);
    dataset.asOf = QDate(2025, 9, 30);
    return std::make_shared<const Dataset>(std::move(dataset));
}

/// What the window does itself for an act and for what comes of it, painting included: the longest piece, of
/// as many acts as there are.
class Acts {
public:
    explicit Acts(Watch& watch) : m_watch(watch) {}

    void print(const QString& what, int times, const std::function<void(int)>& act) {
        double longest = 0;
        for (int nth = 0; nth < times; ++nth) {
            bool done = false;
            QElapsedTimer since;
            since.start();
            m_watch.runUntil([&] {
                if (!std::exchange(done, true)) {
                    act(nth);
                    since.restart();
                }
                return since.elapsed() > settles;
            });
            longest = qMax(longest, m_watch.work());
        }
        bench::print(times > 1 ? QStringLiteral("%1, longest of %2").arg(what).arg(times) : what, longest);
    }

private:
    Watch& m_watch;
};

/// New data, until they are stored and as much is known of them.
void use(Document& document, const std::shared_ptr<const Dataset>& data, Stage until, Watch& watch) {
    bool stored = false;
    QObject watcher;
    QObject::connect(&document, &Document::datasetChanged, &watcher, [&] { stored = true; });
    document.useDataset(data);
    watch.runUntil([&] { return stored && document.stage() >= until; });
}

/// Claims of pairs of attributes, and an ICP of which much follows.
void write(Document& document, int attributes) {
    const int facts = attributes / 3;
    for (int i = 0; i < claims; ++i) {
        Claim claim;
        claim.id = newId();
        claim.statement =
            QStringLiteral("Those of group %1 win more often than anybody would think").arg(i % 12);
        claim.question.metric = ClaimMetric::WinRate;
        Condition group;
        group.attribute = QStringLiteral("account.x_fact_%1").arg(1 + 3 * (i % facts));
        group.values = QStringList{QStringLiteral("Group %1").arg(i % 12)};
        Condition yes;
        yes.attribute = QStringLiteral("account.x_fact_%1").arg(2 + 3 * (i % facts));
        yes.values = QStringList{QStringLiteral("yes")};
        claim.question.conditions = {group, yes};
        document.putClaim(claim);
    }
    Criterion criterion;
    criterion.id = newId();
    criterion.text = QStringLiteral("Group 1 of fact 1");
    criterion.importance = Importance::Must;
    Condition group;
    group.attribute = QStringLiteral("account.x_fact_1");
    group.values = QStringList{QStringLiteral("Group 1"), QStringLiteral("Group 2")};
    criterion.condition = group;
    document.addCriterion(criterion);
    const QString icp = document.currentIcp()->id;
    const QStringList departments = departmentsOf(document.workshop());
    for (int i = 0; i < entries; ++i) {
        const QString text = QStringLiteral("Rewrite what we say on page %1 of the site").arg(i);
        const QString who = departments[i % departments.size()];
        document.writeAction({newId(), icp, text, who, {}, QDate(2025, 10, 1 + i % 28)}, text);
        document.writePractice({newId(), icp, text, who, PracticeVerdict::Open, {}}, text);
        document.writeResearch({newId(), icp, {}, QStringLiteral("Company %1").arg(i), who, text, {}}, text);
    }
}

void patterns(MainWindow& window, Acts& acts) {
    acts.print(QStringLiteral("to Patterns with %1 attributes").arg(wide.attributes), 1,
               [&](int) { window.go(Station::Id::Patterns); });
    auto* list = window.current()->findChild<QListView*>();
    acts.print(QStringLiteral("Patterns, next attribute"), 30,
               [&](int) { QTest::keyClick(window.current(), Qt::Key_Down); });
    auto* find = window.current()->findChild<QLineEdit*>(QStringLiteral("find"));
    find->setFocus();
    const QString typed = QStringLiteral("fact 12");
    acts.print(QStringLiteral("Patterns, a letter typed to find an attribute"), int(typed.size()),
               [&](int nth) { QTest::keyClick(find, typed[nth].toLatin1()); });
    acts.print(QStringLiteral("Patterns, a letter taken back"), int(typed.size()),
               [&](int) { QTest::keyClick(find, Qt::Key_Backspace); });
    acts.print(QStringLiteral("Patterns, everything folded opened"), 1, [&](int) {
        for (auto* button : window.current()->findChildren<QAbstractButton*>())
            if (button->isVisible() && button->inherits("icp::ui::FoldButton")) button->click();
    });
    acts.print(QStringLiteral("Patterns, the list scrolled"), 60, [&](int nth) {
        list->verticalScrollBar()->setValue(nth * list->verticalScrollBar()->maximum() / 60);
    });
}

void segments(MainWindow& window, Acts& acts) {
    acts.print(QStringLiteral("to Segments"), 1, [&](int) { window.go(Station::Id::Segments); });
    QTableView* table = nullptr;
    for (auto* one : window.current()->findChildren<QTableView*>())
        if (one->isVisible() && table == nullptr) table = one;
    if (table == nullptr || table->model()->rowCount() == 0) return;
    const int rows = table->model()->rowCount();
    acts.print(QStringLiteral("Segments, the mouse moved"), 40, [&](int nth) {
        const QRect all = table->viewport()->rect();
        QTest::mouseMove(table->viewport(), {all.width() * (nth % 7 + 1) / 8, all.height() * nth / 40});
    });
    acts.print(QStringLiteral("Segments, another combination chosen"), rows, [&](int nth) {
        const QRect row = table->visualRect(table->model()->index(nth, 0));
        table->scrollTo(table->model()->index(nth, 0));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, row.center());
    });
    const QStringList views{"Stages", "Time to close", "Reasons lost", "Staying", "Companies"};
    for (const QString& view : views)
        for (auto* button : window.current()->findChildren<QAbstractButton*>())
            if (button->isVisible() && button->text() == view)
                acts.print(QStringLiteral("Segments, view %1").arg(view), 1, [&](int) { button->click(); });
}

void validate(MainWindow& window, Acts& acts) {
    acts.print(QStringLiteral("to Validate with %1 claims").arg(claims), 1,
               [&](int) { window.go(Station::Id::Validate); });
    auto* list = window.current()->findChild<QAbstractItemView*>(QStringLiteral("claims"));
    acts.print(QStringLiteral("Validate, next claim"), claims - 1,
               [&](int) { QTest::keyClick(list, Qt::Key_Down); });
    acts.print(QStringLiteral("Validate, a claim opened to be edited"), 1,
               [&](int) { QTest::keyClick(window.current(), Qt::Key_Return); });
    auto* station = static_cast<ValidateStation*>(window.current());
    auto* written = window.current()->findChild<QLineEdit*>();
    acts.print(QStringLiteral("Validate, a letter written into it"), 8,
               [&](int) { QTest::keyClick(written, Qt::Key_A); });
    acts.print(QStringLiteral("Validate, what was written kept"), 1,
               [&](int) { QTest::keyClick(written, Qt::Key_Return); });
    acts.print(QStringLiteral("Validate, what changed since the import before"), 1,
               [&](int) { station->reveal(QStringLiteral("drift")); });
    station->waitForIdle();
    acts.print(QStringLiteral("Validate, what changed, told"), 1, [&](int) { station->update(); });
    QTableView* table = nullptr;
    for (auto* one : window.current()->findChildren<QTableView*>())
        if (one->isVisible() && table == nullptr) table = one;
    if (table == nullptr) return;
    acts.print(QStringLiteral("Validate, what changed, next attribute"), 30,
               [&](int) { QTest::keyClick(table, Qt::Key_Down); });
}

void profile(MainWindow& window, Acts& acts) {
    acts.print(QStringLiteral("to the ICP and its made-up company"), 1,
               [&](int) { window.go(Station::Id::Icp); });
    Document& document = *window.document();
    acts.print(QStringLiteral("ICP, a criterion changed"), 10, [&](int nth) {
        Icp changed = *document.currentIcp();
        changed.criteria.front().condition->values =
            QStringList{QStringLiteral("Group %1").arg(nth), QStringLiteral("Group 11")};
        document.editIcp(changed, QStringLiteral("Change"));
    });
    acts.print(QStringLiteral("to Priorities and back"), 4,
               [&](int) { QTest::keyClick(window.current(), Qt::Key_P); });
    acts.print(QStringLiteral("to Versions (readiness) and back"), 4,
               [&](int) { QTest::keyClick(window.current(), Qt::Key_V); });
}

void implications(MainWindow& window, Acts& acts) {
    acts.print(QStringLiteral("to Implications with %1 entries").arg(3 * entries), 1,
               [&](int) { QTest::keyClick(window.current(), Qt::Key_I); });
    const auto shown = [&]() -> QTableView* {
        for (auto* one : window.current()->findChildren<QTableView*>())
            if (one->isVisible()) return one;
        return nullptr;
    };
    const QStringList lists{"What we do", "Research", "Actions"};
    for (const QString& name : lists)
        for (auto* button : window.current()->findChildren<QAbstractButton*>())
            if (button->isVisible() && button->text().startsWith(name + u' '))
                acts.print(QStringLiteral("Implications, list %1").arg(name), 1,
                           [&](int) { button->click(); });
    QTableView* table = shown();
    if (table == nullptr) return;
    acts.print(QStringLiteral("Implications, scrolled"), 30, [&](int nth) {
        table->verticalScrollBar()->setValue(nth * table->verticalScrollBar()->maximum() / 30);
    });
    acts.print(QStringLiteral("Implications, an action written"), 10, [&](int nth) {
        table->model()->setData(table->model()->index(nth, 0), QStringLiteral("Line %1").arg(nth));
    });
}

}  // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    QCoreApplication::setOrganizationName(QStringLiteral("ICP Workshop bench"));
    applyTheme(false, 1);
    Watch watch;
    MainWindow window;
    window.resize(1440, 900);
    window.show();
    auto file = WorkshopFile::create(folder.filePath(QStringLiteral("pages.icpw")), Settings());
    if (!file) return 4;
    window.openDocument(std::move(*file));
    Document& document = *window.document();
    Acts acts(watch);
    use(document, datasetOf(wide, 1), Stage::Attributes, watch);
    use(document, datasetOf(wide, 2), Stage::Redraws, watch);
    print(QStringLiteral("new data, stored and analysed: longest work of the window"), watch.work());
    print(QStringLiteral("new data, stored and analysed: whole"), watch.took());
    write(document, wide.attributes);
    watch.runUntil([&, n = 0]() mutable { return ++n > 200; });
    patterns(window, acts);
    segments(window, acts);
    validate(window, acts);
    window.go(Station::Id::Start);
    use(document, datasetOf(tall, 3), Stage::Segments, watch);
    watch.runUntil([&, n = 0]() mutable { return ++n > 200; });  // pages that nobody sees follow meanwhile
    profile(window, acts);
    implications(window, acts);
    return 0;
}
