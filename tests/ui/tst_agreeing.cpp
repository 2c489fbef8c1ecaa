#include "core/workshop/priorities.h"
#include "tests/support/ui/exampleicp.h"
#include "tests/support/ui/screenshot.h"
#include "ui/document/document.h"
#include "ui/models/entrytable.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/menus.h"
#include "ui/stations/entrylist.h"
#include "ui/stations/icp/icpstation.h"
#include "ui/stations/plaintable.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTest>

using namespace icp;
using namespace icp::ui;

/// How a room comes to agree on a profile: dots put down in silence, a vote with dissent, and who has read
/// it.
class TestAgreeing : public QObject, private test::ExampleIcp {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void dotsStayHiddenUntilRevealed();
    void noMoreDotsThanThereAre();
    void sameVoterAgainIsSaid();
    void dotsBecomeLevels();
    void votingAnewCanBeUndone();
    void everyProfileHasItsOwnVote();
    void votingLeavesTheAgreementAlone();
    void theVersionTellsHowItWasAgreed();
    void missingDepartmentsAreWarnedOf();
    void nobodyTakesPartUnasked();
    void readersAreNoted();
    void pictures();

private:
    void click(const QString& text) {
        QVERIFY2(button(text), qPrintable(text));
        QTest::mouseClick(button(text), Qt::LeftButton);
        idle();
    }
    QList<QSpinBox*> dots() const {
        QList<QSpinBox*> found;
        for (QSpinBox* box : m_station->findChildren<QSpinBox*>())
            if (box->isVisible() && box->accessibleName().startsWith(QStringLiteral("Dots for")))
                found << box;
        return found;
    }
    /// Puts dots down on the first criteria.
    void put(const QString& department, const QList<int>& counts) {
        named<QComboBox>(QStringLiteral("Department"))->setEditText(department);
        for (int i = 0; i < counts.size(); ++i) dots().at(i)->setValue(counts[i]);
        QVERIFY2(button(QStringLiteral("Put down"))->isEnabled(), "nothing to put down");
        QTest::keyClick(dots().first(), Qt::Key_Return);
        idle();
    }
    void threeVote() {
        put(QStringLiteral("Sales"), {0, 4, 1});
        put(QStringLiteral("Product"), {0, 3, 2});
        put(QStringLiteral("Marketing"), {0, 4, 1});
    }
    void startAgreeing() {
        m_station->show(IcpStation::Versions);
        idle();
        click(QStringLiteral("Save as v%1").arg(document().currentIcp()->version));
    }
};

void TestAgreeing::initTestCase() { prepareExample(QStringLiteral("tst_agreeing")); }
void TestAgreeing::init() { openExample(Qt::Key_P); }
void TestAgreeing::cleanup() { closeExample(); }

void TestAgreeing::dotsStayHiddenUntilRevealed() {
    QCOMPARE(std::size_t(dots().size()), votableOf(*document().currentIcp()).size());
    QVERIFY(!button(QStringLiteral("Reveal"))->isEnabled());
    QVERIFY(!button(QStringLiteral("Put down"))->isEnabled());
    put(QStringLiteral("Sales"), {0, 4, 1});
    QCOMPARE(workshop().votes.size(), 1U);
    for (const QSpinBox* box : dots()) QCOMPARE(box->value(), 0);  // the next one sees nothing of it
    QVERIFY(named<QComboBox>(QStringLiteral("Department"))->currentText() != QStringLiteral("Sales"));
    put(QStringLiteral("Product"), {0, 3, 2});
    QVERIFY(says(QStringLiteral("2 entries.")));
    const auto* table = named<QTableView>(QStringLiteral("What the dots say"));
    QCOMPARE(table->model()->rowCount(), 2);
    for (int row = 0; row < 2; ++row)
        for (int column = 0; column < table->model()->columnCount(); ++column)
            QVERIFY(!cell(QStringLiteral("What the dots say"), row, column)
                         .contains(QRegularExpression("[0-9]")));
    QVERIFY(!button(QStringLiteral("Use as priorities")));
    click(QStringLiteral("Reveal"));
    QCOMPARE(std::size_t(table->model()->rowCount()), votableOf(*document().currentIcp()).size());
    QCOMPARE(cell(QStringLiteral("What the dots say"), 0, 1), QStringLiteral("Sales 4, Product 3"));
    QCOMPARE(cell(QStringLiteral("What the dots say"), 0, 4), QStringLiteral("7"));
    QVERIFY(says(QStringLiteral("2 entries)")));
    QVERIFY(dots().isEmpty() || !dots().first()->isEnabled());
}

void TestAgreeing::noMoreDotsThanThereAre() {
    dots().at(0)->setValue(3);
    dots().at(1)->setValue(9);
    QCOMPARE(dots().at(1)->value(), 2);
    QVERIFY(says(QStringLiteral("0 of 5 dots left")));
    QCOMPARE(dots().at(2)->maximum(), 0);
    QTest::keyClick(dots().at(0), Qt::Key_Escape);
    QVERIFY(says(QStringLiteral("5 of 5 dots left")));
    named<QSpinBox>(QStringLiteral("Dots each"))->setValue(8);
    QVERIFY(says(QStringLiteral("8 of 8 dots left")));
    put(QStringLiteral("Sales"), {8});
    QCOMPARE(workshop().votes.front().dots, 8);
    QVERIFY(!named<QSpinBox>(QStringLiteral("Dots each"))->isEnabled());
}

void TestAgreeing::sameVoterAgainIsSaid() {
    put(QStringLiteral("Sales"), {5});
    named<QComboBox>(QStringLiteral("Department"))->setEditText(QStringLiteral("Sales"));
    QVERIFY(says(QStringLiteral("Sales has put dots down already")));
    put(QStringLiteral("Sales"), {0, 5});
    QCOMPARE(workshop().votes.front().ballots.size(), 1U);
    auto* name = named<QLineEdit>(QStringLiteral("Name"));
    named<QComboBox>(QStringLiteral("Department"))->setEditText(QStringLiteral("Sales"));
    QTest::keyClicks(name, QStringLiteral("Anna Berg"));
    QVERIFY(!says(QStringLiteral("has put dots down already")));
    put(QStringLiteral("Sales"), {2, 3});
    QCOMPARE(workshop().votes.front().ballots.size(), 2U);
    QCOMPARE(workshop().votes.front().ballots.back().voter(), QStringLiteral("Anna Berg, Sales"));
}

void TestAgreeing::dotsBecomeLevels() {
    threeVote();
    click(QStringLiteral("Reveal"));
    const Icp before = *document().currentIcp();
    const Priorities wanted = prioritiesOf(workshop().votes.front(), before);
    click(QStringLiteral("Use as priorities"));
    const Icp after = *document().currentIcp();
    for (const Priority& one : wanted.order) QCOMPARE(after.find(one.criterion)->importance, one.proposed);
    QCOMPARE(after.criteria.size(), before.criteria.size());
    QCOMPARE(after.find(wanted.order.front().criterion)->importance, Importance::Must);
    QVERIFY(!button(QStringLiteral("Use as priorities"))->isEnabled());
    click(QStringLiteral("Undo"));  // of the message
    QCOMPARE(toJson(*document().currentIcp()), toJson(before));
    QVERIFY(button(QStringLiteral("Use as priorities"))->isEnabled());
}

void TestAgreeing::votingAnewCanBeUndone() {
    threeVote();
    click(QStringLiteral("Reveal"));
    click(QStringLiteral("Vote anew"));
    QVERIFY(workshop().votes.front().ballots.empty());
    QVERIFY(dots().first()->isEnabled());
    click(QStringLiteral("Undo"));
    QCOMPARE(workshop().votes.front().ballots.size(), 3U);
    QVERIFY(workshop().votes.front().revealed);
    const QString id = document().currentIcp()->id;
    QVERIFY(document().removeIcp(id));
    QVERIFY(workshop().votes.empty());
    document().undo();
    QCOMPARE(workshop().votes.size(), 1U);
}

void TestAgreeing::everyProfileHasItsOwnVote() {
    put(QStringLiteral("Sales"), {5});
    const QString first = document().currentIcp()->id;
    Icp second = *document().currentIcp();
    second.id = newId();
    QVERIFY(document().editIcp(second, QStringLiteral("Add ICP")));
    document().setCurrentIcp(second.id);
    idle();
    QVERIFY(!button(QStringLiteral("Reveal"))->isEnabled());
    put(QStringLiteral("Product"), {0, 5});
    QCOMPARE(workshop().votes.size(), 2U);
    QCOMPARE(workshop().votes[0].icp, first);
    QCOMPARE(workshop().votes[0].ballots.size(), 1U);
    QCOMPARE(workshop().votes[1].icp, second.id);
}

void TestAgreeing::votingLeavesTheAgreementAlone() {
    QVERIFY(document().agreeIcp({}, QDate(2026, 1, 10)));
    idle();
    threeVote();
    click(QStringLiteral("Reveal"));
    QCOMPARE(document().currentIcp()->version, 1);
    QVERIFY(document().currentIcp()->agreed.isValid());
}

void TestAgreeing::theVersionTellsHowItWasAgreed() {
    startAgreeing();
    QTest::keyClicks(named<QLineEdit>(QStringLiteral("People")), QStringLiteral("Anna Berg,  Tom Ode ,"));
    named<QSpinBox>(QStringLiteral("For"))->setValue(6);
    named<QSpinBox>(QStringLiteral("Abstained"))->setValue(1);
    QTest::keyClicks(named<QLineEdit>(QStringLiteral("Dissent")), QStringLiteral("Finance: too narrow"));
    QTest::keyClick(named<QLineEdit>(QStringLiteral("Dissent")), Qt::Key_Return);
    idle();
    const IcpVersion& version = workshop().versions.at(0);
    QCOMPARE(version.vote, (std::optional<Tally>({6, 0, 1})));
    QCOMPARE(version.people, (QStringList{QStringLiteral("Anna Berg"), QStringLiteral("Tom Ode")}));
    for (const char* words : {"How v1 was agreed", "to be looked at again on", "Anna Berg, Tom Ode",
                              "6 for, 0 against, 1 abstained", "Dissent: Finance: too narrow"})
        QVERIFY2(says(QLatin1String(words)), words);
    QVERIFY(!says(QStringLiteral("Agreed without")));
    document().undo();
    idle();
    QVERIFY(!says(QStringLiteral("How v1 was agreed")));
}

void TestAgreeing::missingDepartmentsAreWarnedOf() {
    startAgreeing();
    QVERIFY(!says(QStringLiteral("Who did not decide it")));
    for (auto* box : m_station->findChildren<QCheckBox*>())
        if (box->isVisible() &&
            (box->text() == QStringLiteral("Product") || box->text() == QStringLiteral("Marketing")))
            box->setChecked(false);
    QVERIFY(says(QStringLiteral("Without product, marketing.")));
    click(QStringLiteral("Agree"));
    QCOMPARE(workshop().versions.size(), 1U);  // warned, not forbidden
    QVERIFY(!workshop().versions[0].vote);
    QVERIFY(says(QStringLiteral("Agreed without product, marketing.")));
    QVERIFY(says(QStringLiteral("No hands were counted.")));
}

void TestAgreeing::nobodyTakesPartUnasked() {
    Settings settings = workshop().settings;
    settings.departments.clear();
    document().editSettings(settings, QStringLiteral("Nobody said who takes part"));
    startAgreeing();
    int boxes = 0;
    for (const auto* box : m_station->findChildren<QCheckBox*>())
        if (box->isVisible() && box->text() == QStringLiteral("Sales")) {
            ++boxes;
            QVERIFY(!box->isChecked());
        }
    QCOMPARE(boxes, 1);
    QVERIFY(says(QStringLiteral("Who did not decide it")));
}

void TestAgreeing::readersAreNoted() {
    startAgreeing();
    click(QStringLiteral("Agree"));
    click(QStringLiteral("Read by 0"));
    auto* list = named<EntryList>(QStringLiteral("Who has read it"));
    QVERIFY(list);
    list->setFocus();
    QVERIFY(list->model()->setData(list->model()->index(0, 0), QStringLiteral("Ida Lund")));
    idle();
    QVERIFY(list->model()->setData(list->model()->index(0, 1), QStringLiteral("Finance")));
    idle();
    QCOMPARE(workshop().acknowledgements.size(), 1U);
    const Acknowledgement one = workshop().acknowledgements[0];
    QCOMPARE(one.version, 1);
    QCOMPARE(one.day, QDate::currentDate());
    QCOMPARE(one.department, QStringLiteral("Finance"));
    QCOMPARE(cell(QStringLiteral("Who has read it"), 0, 2), QStringLiteral("v1"));
    QVERIFY(says(QStringLiteral("1 person has read v1.")));
    QVERIFY(button(QStringLiteral("Read by 1")));
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Delete);
    idle();
    QVERIFY(workshop().acknowledgements.empty());
    click(QStringLiteral("Undo"));
    QCOMPARE(workshop().acknowledgements.size(), 1U);
}

void TestAgreeing::pictures() {
    const auto shoot = [&](const QString& name) {
        for (const QSize& size : {QSize(1440, 900), QSize(1280, 800)}) {
            m_window->resize(size);
            idle();
            QTest::qWait(50);
            test::shoot(*m_window, name + QStringLiteral("-%1").arg(size.width()));
        }
    };
    shoot(QStringLiteral("priorities-empty"));
    threeVote();
    shoot(QStringLiteral("priorities-hidden"));
    put(QStringLiteral("Customer success"), {3, 1, 0, 1});
    click(QStringLiteral("Reveal"));
    shoot(QStringLiteral("priorities-revealed"));
    startAgreeing();
    for (auto* box : m_station->findChildren<QCheckBox*>())
        if (box->text() == QStringLiteral("Product")) box->setChecked(false);
    shoot(QStringLiteral("agree-form"));
    named<QSpinBox>(QStringLiteral("For"))->setValue(6);
    QTest::keyClicks(named<QLineEdit>(QStringLiteral("Dissent")),
                     QStringLiteral("Finance: too narrow for the plan"));
    click(QStringLiteral("Agree"));
    shoot(QStringLiteral("agreed"));
    for (const char* name : {"Ida Lund", "Tom Ode"}) {
        Acknowledgement one{newId(),
                            document().currentIcp()->id,
                            1,
                            QLatin1String(name),
                            QStringLiteral("Customer success"),
                            QDate(2026, 1, 10)};
        QVERIFY(document().acknowledge(one, QStringLiteral("Read")));
    }
    idle();
    click(QStringLiteral("Read by 2"));
    m_window->menus().dark->setChecked(true);
    shoot(QStringLiteral("readers-dark"));
}

QTEST_MAIN(TestAgreeing)
#include "tst_agreeing.moc"
