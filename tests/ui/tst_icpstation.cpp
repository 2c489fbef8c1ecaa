#include "tests/support/ui/screenshot.h"
#include "tests/support/ui/studiocase.h"
#include "ui/models/icpedits.h"
#include "ui/models/levelmodel.h"
#include "ui/models/rangescale.h"
#include "ui/models/sectionmodel.h"
#include "ui/stations/icp/conditionpanel.h"
#include "ui/stations/icp/criterioncard.h"
#include "ui/stations/icp/criterioneditor.h"
#include "ui/stations/icp/icpstation.h"
#include "ui/stations/icp/icptabs.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/gaugebar.h"
#include "ui/widgets/levelpicker.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rangeslider.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace icp;
using namespace icp::ui;
using namespace icp::test;

class TestIcpStation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void weightsAddUpTo100();
    void movingCrossesSections();
    void excludingAndBack();
    void oneWeightTakesFromTheOthers();
    void sectionModelCounts();
    void levelModelKeepsUnknownLevels();
    void rangeScaleHasEveryStep();

    void emptyPageAsksEightQuestions();
    void draftsFromTheFindings();
    void addsLevelsByMouse();
    void addsWordsByKeyboard();
    void draggingARangePreviewsAndStores();
    void keysSetLevelWeightAndPlace();
    void cardIsDraggedByTheMouse();
    void editorOfAnExistingCriterion();
    void removingOffersUndo();
    void undoBackToEmpty();
    void tabsAddRenameAndRemove();
    void marketIsTypedAndChecked();
    void sentenceIsOverridden();
    void criterionWithoutItsColumn();
    void hiddenPageFollowsTheTheme();
    void pictures();

private:
    template <class T>
    QList<T*> visible() const {
        QCoreApplication::processEvents();  // layouts show what was added
        QList<T*> found;
        for (T* widget : m_station->findChildren<T*>())
            if (widget->isVisible()) found << widget;
        return found;
    }
    QPushButton* button(const QString& name) const {
        for (QPushButton* one : visible<QPushButton>())
            if (one->text() == name || one->accessibleName() == name) return one;
        return nullptr;
    }
    CriterionCard* card(const QString& id) const {
        for (CriterionCard* one : visible<CriterionCard>())
            if (one->id() == id) return one;
        return nullptr;
    }
    CriterionEditor* editor() const { return visible<CriterionEditor>().value(0); }
    QListView* levels() const {
        for (QListView* list : visible<QListView>())
            if (list->accessibleName() == "Levels") return list;
        return nullptr;
    }
    void choose(const QString& attribute);
    const Icp& stored() { return *m_case->document().currentIcp(); }
    void start(bool data = true);

    std::unique_ptr<StudioCase> m_case;
    std::unique_ptr<IcpStation> m_station;
};

void TestIcpStation::start(bool data) {
    m_station.reset();
    m_case = std::make_unique<StudioCase>(data);
    m_station = std::make_unique<IcpStation>();
    m_station->setDocument(&m_case->document());
    m_station->resize(1236, 826);
    m_station->setVisible(true);
    QVERIFY(QTest::qWaitForWindowExposed(m_station.get()));
}

void TestIcpStation::init() { applyTheme(false, 1); }

void TestIcpStation::cleanup() {
    m_station.reset();
    m_case.reset();
}

void TestIcpStation::choose(const QString& attribute) {
    auto* combo = editor()->findChild<QComboBox*>();
    const int index = combo->findText(attribute);
    QVERIFY2(index >= 0, qPrintable(attribute));
    combo->setCurrentIndex(index);
    Q_EMIT combo->activated(index);
}

void TestIcpStation::weightsAddUpTo100() {
    for (int criteria = 1; criteria <= 30; ++criteria) {
        const Icp icp = StudioCase::icpOf(criteria);
        const std::vector<int> weights = shownWeights(icp);
        int total = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            total += weights[i];
            QVERIFY(isWeighed(icp.criteria[i]) || weights[i] == 0);
        }
        QCOMPARE(total, 100);
    }
    QVERIFY(shownWeights(Icp()).empty());
    Icp withWords = StudioCase::icpOf(3);
    Criterion challenge;
    challenge.id = QStringLiteral("challenge");
    challenge.section = Section::KeyChallenge;
    challenge.importance = Importance::Must;
    challenge.weight = 40;
    withWords.criteria.insert(withWords.criteria.begin(), challenge);
    std::vector<int> weights = shownWeights(withWords);
    QCOMPARE(weights.front(), 0);  // words only: no part of the score, so no part of the 100
    weights.erase(weights.begin());
    QCOMPARE(weights, shownWeights(StudioCase::icpOf(3)));
}

void TestIcpStation::movingCrossesSections() {
    Icp icp = StudioCase::icpOf(4);
    const auto ids = [&](Section section) {
        QStringList found;
        for (const std::size_t i : criteriaOf(icp, section)) found << icp.criteria[i].id;
        return found;
    };
    QCOMPARE(ids(Section::Firmographic), QStringList({"criterion-2", "criterion-3"}));
    QVERIFY(moveBy(icp, "criterion-3", -1));
    QCOMPARE(ids(Section::Firmographic), QStringList({"criterion-3", "criterion-2"}));
    QVERIFY(moveBy(icp, "criterion-3", -1));
    QCOMPARE(ids(Section::Organisation), QStringList({"team", "criterion-3"}));
    QVERIFY(moveBy(icp, "criterion-3", 1));
    QCOMPARE(ids(Section::Firmographic), QStringList({"criterion-3", "criterion-2"}));
    QVERIFY(!moveBy(icp, "criterion-1", -1));
    moveTo(icp, "criterion-1", Section::StretchLimits, 99);
    QVERIFY(!moveBy(icp, "criterion-1", 1));
}

void TestIcpStation::excludingAndBack() {
    Icp icp = StudioCase::icpOf(3);
    setImportance(icp, "criterion-2", Importance::Exclude, Section::Firmographic);
    QCOMPARE(icp.find(u"criterion-2")->section, Section::Exclusions);
    QCOMPARE(icp.find(u"criterion-2")->importance, Importance::Exclude);
    setImportance(icp, "criterion-2", Importance::Nice, Section::Firmographic);
    QCOMPARE(icp.find(u"criterion-2")->section, Section::Firmographic);
    QCOMPARE(icp.find(u"criterion-2")->importance, Importance::Nice);
    moveTo(icp, "team", Section::Exclusions, 0);
    QCOMPARE(icp.find(u"team")->importance, Importance::Exclude);
}

void TestIcpStation::oneWeightTakesFromTheOthers() {
    Icp icp = StudioCase::icpOf(3);  // 30, words only, 30
    changeWeight(icp, "team", 5);
    std::vector<int> weights = shownWeights(icp);
    QCOMPARE(weights, (std::vector<int>{55, 0, 45}));  // 50 and 5
    for (int i = 0; i < 40; ++i) changeWeight(icp, "team", 5);
    QCOMPARE(shownWeights(icp)[0], 95);
    for (int i = 0; i < 40; ++i) changeWeight(icp, "team", -5);
    weights = shownWeights(icp);
    QCOMPARE(weights, (std::vector<int>{0, 0, 100}));
    Icp alone = StudioCase::icpOf(1);
    changeWeight(alone, "team", -5);
    QCOMPARE(shownWeights(alone)[0], 100);
}

void TestIcpStation::sectionModelCounts() {
    SectionModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 8);
    QVERIFY(model.index(0).data(SectionModel::MissingRole).toBool());
    model.setIcp(StudioCase::icpOf(8));
    QCOMPARE(model.index(int(Section::Firmographic)).data(SectionModel::CountRole).toInt(), 2);
    QCOMPARE(model.index(int(Section::Specialised)).data(SectionModel::CountTextRole).toString(), "1 of 3");
    QVERIFY(!model.index(0).data(SectionModel::MissingRole).toBool());
}

void TestIcpStation::levelModelKeepsUnknownLevels() {
    const auto dataset = studioDataset();
    LevelModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setColumn(*dataset->column(u"account.industry"));
    QCOMPARE(model.rowCount(), 5);
    for (int row = 1; row < model.rowCount(); ++row)
        QVERIFY(model.index(row).data(LevelModel::CountRole).toInt() <=
                model.index(row - 1).data(LevelModel::CountRole).toInt());
    model.setChosen({"Retail", "Mining"});
    QCOMPARE(model.chosen(), QStringList({"Retail", "Mining"}));
    QVERIFY(model.setData(model.index(model.rowCount() - 1), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.chosen(), QStringList("Retail"));
    model.setColumn(*dataset->column(u"account.x_cloud_erp"));
    QCOMPARE(model.rowCount(), 2);
    model.setColumn(*dataset->column(u"account.technologies"));
    QCOMPARE(model.rowCount(), 4);
}

void TestIcpStation::rangeScaleHasEveryStep() {
    const Bitmap none(5);
    const RangeScale scale(Column::numbers(ColumnType::Number, {3, 1, 4, 1, 9}, none));
    QVERIFY(scale.whole());
    QCOMPARE(scale.steps(), 4);  // open, 3, 4, 9, open
    QVERIFY(std::isinf(scale.edge(0)) && std::isinf(scale.edge(4)));
    QCOMPARE(scale.edge(1), 3.0);
    QCOMPARE(scale.edge(3), 9.0);
    for (int step = 0; step <= scale.steps(); ++step) QCOMPARE(scale.stepOf(scale.edge(step)), step);
    QCOMPARE(scale.stepOf(8), 3);
    std::vector<double> many;
    for (int i = 0; i < 5000; ++i) many.push_back(i * 1.5);
    const RangeScale rounded(Column::numbers(ColumnType::Money, many, Bitmap(5000), "EUR"));
    QVERIFY(rounded.steps() > 50 && rounded.steps() < 130);
    QVERIFY(!rounded.whole());
    const RangeScale empty(Column::numbers(ColumnType::Number, {0}, Bitmap(1, true)));
    QCOMPARE(empty.steps(), 1);
}

void TestIcpStation::emptyPageAsksEightQuestions() {
    start();
    for (int section = 0; section < sectionCount; ++section) {
        bool asked = false;
        for (QLabel* label : visible<QLabel>())
            asked = asked || label->text() == sectionQuestion(Section(section));
        QVERIFY2(asked, qPrintable(sectionTitle(Section(section))));
    }
    QVERIFY(!m_case->document().currentIcp());
    shoot(*m_station, "icp-empty");
}

void TestIcpStation::draftsFromTheFindings() {
    start();
    auto* draft = button("Draft from the findings");
    QVERIFY(draft);
    QTest::mouseClick(draft, Qt::LeftButton);
    m_station->waitForIdle();
    QVERIFY(!stored().criteria.empty());
    const bool team =
        std::any_of(stored().criteria.begin(), stored().criteria.end(), [](const Criterion& criterion) {
            return criterion.condition && criterion.condition->attribute == u"account.x_finance_team";
        });
    QVERIFY(team);  // what was planted
    QVERIFY(!button("Draft from the findings"));
    QTest::keyClick(m_station.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!m_case->document().currentIcp());
    QVERIFY(button("Draft from the findings"));
}

void TestIcpStation::addsLevelsByMouse() {
    start();
    QTest::mouseClick(button("Add to Firmographic"), Qt::LeftButton);
    QVERIFY(editor());
    choose("Industry");
    auto* list = levels();
    QVERIFY(list);
    for (const QString& wanted : {QStringLiteral("Logistics"), QStringLiteral("Wholesale")}) {
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.data(LevelModel::ValueRole).toString() != wanted) continue;
            list->setCurrentIndex(index);
            list->setFocus();
            QTest::keyClick(list, Qt::Key_Space);
        }
    }
    QVERIFY(m_case->document().gauge().customers.part > 0);  // previewed, not stored
    QVERIFY(!m_case->document().currentIcp());
    shoot(*m_station, "icp-editor-levels");
    QTest::keyClick(editor(), Qt::Key_Return);
    QVERIFY(!editor());
    QCOMPARE(stored().criteria.size(), std::size_t(1));
    const Criterion& criterion = stored().criteria.front();
    QCOMPARE(criterion.condition->attribute, "account.industry");
    QCOMPARE(QSet<QString>(criterion.condition->values.begin(), criterion.condition->values.end()),
             QSet<QString>({"Logistics", "Wholesale"}));
    QCOMPARE(criterion.section, Section::Firmographic);
    QVERIFY(criterion.text.contains("Industry"));
    QVERIFY(criterion.evidence.n > 100);
    QVERIFY(card(criterion.id)->hasFocus());
}

void TestIcpStation::addsWordsByKeyboard() {
    start(false);
    button("Add to Key challenge")->setFocus();
    QTest::keyClick(button("Add to Key challenge"), Qt::Key_Space);
    QVERIFY(editor());
    auto* words = editor()->findChildren<QLineEdit*>().last();
    for (QLineEdit* field : editor()->findChildren<QLineEdit*>())
        if (field->accessibleName() == "Words") words = field;
    words->setFocus();
    QTest::keyClicks(words, "Month-end close takes 9+ days");
    QTest::keyClick(words, Qt::Key_Return);
    QVERIFY(!editor());
    QCOMPARE(stored().criteria.front().text, "Month-end close takes 9+ days");
    QVERIFY(!stored().criteria.front().condition);
    QCOMPARE(stored().criteria.front().importance, Importance::Must);
    // Esc leaves nothing behind.
    QTest::mouseClick(button("Add to Technology"), Qt::LeftButton);
    QTest::keyClick(editor(), Qt::Key_Escape);
    QVERIFY(!editor());
    QCOMPARE(stored().criteria.size(), std::size_t(1));
}

void TestIcpStation::draggingARangePreviewsAndStores() {
    start();
    m_case->document().editIcp(StudioCase::icpOf(1), "Add");
    const double before = m_case->document().gauge().customers.part;
    QVERIFY(before > 0);
    card("team")->setFocus();
    QTest::keyClick(card("team"), Qt::Key_Return);
    auto* slider = editor()->findChild<RangeSlider*>();
    QVERIFY(slider->isVisible());
    QSignalSpy gauges(&m_case->document(), &Document::gaugeChanged);
    QSignalSpy edits(&m_case->document(), &Document::workshopChanged);
    const QPoint handle(slider->width() * slider->high() / slider->stops(), slider->height() / 2);
    QTest::mousePress(slider, Qt::LeftButton, {}, handle);
    for (int step = 1; step <= 10; ++step) {
        const qsizetype told = gauges.size();
        QMouseEvent move(QEvent::MouseMove, handle + QPoint(step * 15, 0),
                         slider->mapToGlobal(handle + QPoint(step * 15, 0)), Qt::NoButton, Qt::LeftButton,
                         {});
        QApplication::sendEvent(slider, &move);
        QCOMPARE(gauges.size(), told + 1);  // in the same call, and so in the same frame
    }
    QCOMPARE(edits.size(), 0);
    QVERIFY(m_case->document().gauge().customers.part > before);
    QCOMPARE(stored().criteria.front().condition->high, 26.0);
    shoot(*m_station, "icp-editor-range");
    QTest::mouseRelease(slider, Qt::LeftButton, {}, handle + QPoint(150, 0));
    QCOMPARE(edits.size(), 1);
    QVERIFY(stored().criteria.front().condition->high > 26);
    QVERIFY(editor());
    m_case->document().undo();
    QCOMPARE(stored().criteria.front().condition->high, 26.0);
    QCOMPARE(editor()->findChild<ConditionPanel*>()->condition()->high, 26.0);
}

void TestIcpStation::keysSetLevelWeightAndPlace() {
    start();
    m_case->document().editIcp(StudioCase::icpOf(5), "Add");
    const auto importance = [&](const QString& id) { return stored().find(id)->importance; };
    card("team")->setFocus();
    QTest::keyClick(card("team"), Qt::Key_S);
    QCOMPARE(importance("team"), Importance::Should);
    QTest::keyClick(card("team"), Qt::Key_N);
    QCOMPARE(importance("team"), Importance::Nice);
    QTest::keyClick(card("team"), Qt::Key_X);
    QCOMPARE(importance("team"), Importance::Exclude);
    QCOMPARE(stored().find(u"team")->section, Section::Exclusions);
    QVERIFY(card("team")->hasFocus());
    QTest::keyClick(card("team"), Qt::Key_M);
    QCOMPARE(importance("team"), Importance::Must);
    QCOMPARE(stored().find(u"team")->section, Section::Organisation);
    const int before = shownWeights(stored())[0];
    QTest::keyClick(card("team"), Qt::Key_Plus);
    std::size_t place = 0;
    while (stored().criteria[place].id != u"team") ++place;
    QVERIFY(shownWeights(stored())[place] >= before);
    QTest::keyClick(card("team"), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(stored().find(u"team")->section, Section::Firmographic);
    QVERIFY(card("team")->hasFocus());
    QTest::keyClick(card("team"), Qt::Key_Down);
    QVERIFY(card("criterion-2")->hasFocus());
    QTest::keyClick(card("criterion-2"), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(stored().criteria.size(), std::size_t(6));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
    QCOMPARE(stored().criteria.size(), std::size_t(5));
    QTest::keyClick(m_station.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(stored().criteria.size(), std::size_t(6));
}

void TestIcpStation::cardIsDraggedByTheMouse() {
    start();
    m_case->document().editIcp(StudioCase::icpOf(5), "Add");
    QTest::qWait(0);
    DragHandle* handle = card("criterion-2")->handle();
    const QPoint target = card("team")->mapToGlobal(QPoint(40, 2));
    const QPoint start(8, 8);
    QTest::mousePress(handle, Qt::LeftButton, {}, start);
    for (const QPoint& at : {handle->mapToGlobal(QPoint(8, -20)), target}) {
        QMouseEvent move(QEvent::MouseMove, handle->mapFromGlobal(at), at, Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(handle, &move);
    }
    shoot(*m_station, "icp-dragging");
    QMouseEvent release(QEvent::MouseButtonRelease, handle->mapFromGlobal(target), target, Qt::LeftButton,
                        Qt::NoButton, {});
    QApplication::sendEvent(handle, &release);
    QCOMPARE(stored().find(u"criterion-2")->section, Section::Organisation);
    const auto places = criteriaOf(stored(), Section::Organisation);
    QCOMPARE(stored().criteria[places.front()].id, "criterion-2");
}

void TestIcpStation::editorOfAnExistingCriterion() {
    start();
    m_case->document().editIcp(StudioCase::icpOf(4), "Add");
    QTest::mouseDClick(card("criterion-3"), Qt::LeftButton, {}, QPoint(200, 10));
    QVERIFY(editor() && !editor()->isNew());
    auto* list = levels();
    QTest::qWait(0);
    list->setCurrentIndex(list->model()->index(0, 0));
    list->setFocus();
    const QStringList before = stored().find(u"criterion-3")->condition->values;
    QTest::keyClick(list, Qt::Key_Space);
    QVERIFY(stored().find(u"criterion-3")->condition->values != before);
    QVERIFY(stored().find(u"criterion-3")->evidence.n > 0);
    QTest::keyClick(editor(), Qt::Key_Escape);
    QVERIFY(!editor());
    QVERIFY(card("criterion-3")->hasFocus());
}

void TestIcpStation::removingOffersUndo() {
    start();
    m_case->document().editIcp(StudioCase::icpOf(3), "Add");
    card("team")->setFocus();
    QTest::keyClick(card("team"), Qt::Key_Delete);
    QVERIFY(!stored().find(u"team"));
    QVERIFY(m_station->messages()->text().contains("Finance team"));
    QTest::mouseClick(button("Undo"), Qt::LeftButton);
    QVERIFY(stored().find(u"team"));
    QVERIFY(m_station->messages()->text().isEmpty());
}

void TestIcpStation::undoBackToEmpty() {
    start();
    Document& document = m_case->document();
    document.addCriterion(StudioCase::teamCriterion());
    card("team")->setFocus();
    for (const int key : {Qt::Key_S, Qt::Key_X, Qt::Key_M, Qt::Key_Minus})
        QTest::keyClick(card("team"), Qt::Key(key));
    QTest::keyClick(card("team"), Qt::Key_Delete);
    int steps = 0;
    while (document.canUndo()) {
        QTest::keyClick(m_station.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(++steps < 20);
    }
    QVERIFY(document.workshop().icps.empty());
    QVERIFY(visible<CriterionCard>().isEmpty());
    QCOMPARE(document.gauge().narrowness, Narrowness::Empty);
    while (document.canRedo()) document.redo();
    QVERIFY(stored().criteria.empty());
}

void TestIcpStation::tabsAddRenameAndRemove() {
    start();
    Document& document = m_case->document();
    document.editIcp(StudioCase::icpOf(2), "Add");
    QTest::mouseClick(button("New ICP"), Qt::LeftButton);
    QCOMPARE(document.workshop().icps.size(), std::size_t(2));
    auto* tabs = m_station->findChild<IcpTabs*>();
    QCOMPARE(tabs->count(), 2);
    auto* field = tabs->findChild<QLineEdit*>();
    QVERIFY(field->isVisible());
    QTest::keyClicks(field, "Wholesale growers");
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(document.currentIcp()->name, "Wholesale growers");
    QVERIFY(!field->isVisible());
    tabs->setFocus();
    QTest::keyClick(tabs, Qt::Key_Left);
    QCOMPARE(document.currentIcp()->id, "icp-1");
    QVERIFY(card("team"));
    QTest::keyClick(tabs, Qt::Key_Delete);
    QCOMPARE(document.workshop().icps.size(), std::size_t(1));
    QTest::mouseClick(button("Undo"), Qt::LeftButton);
    QCOMPARE(document.workshop().icps.size(), std::size_t(2));
}

void TestIcpStation::marketIsTypedAndChecked() {
    start();
    m_case->document().editIcp(StudioCase::icpOf(2), "Add");
    QTest::mouseClick(button("Enter market size"), Qt::LeftButton);
    const auto field = [&](const QString& name) {
        for (QLineEdit* one : visible<QLineEdit>())
            if (one->accessibleName() == name) return one;
        return static_cast<QLineEdit*>(nullptr);
    };
    field("Companies")->setText("21400");
    field("That fit")->setText("30000");
    QTest::keyClick(field("Companies"), Qt::Key_Return);
    QVERIFY(!stored().market.companies);
    field("That fit")->setText("3150");
    field("Source")->setText("Register");
    QTest::keyClick(field("Source"), Qt::Key_Return);
    QCOMPARE(stored().market.companies.value(), 21400);
    QCOMPARE(stored().marketInside.value(), 3150);
    QCOMPARE(m_case->document().gauge().market.part, 3150.0);
    QVERIFY(button("Change market size"));
}

void TestIcpStation::sentenceIsOverridden() {
    start();
    m_case->document().editIcp(StudioCase::icpOf(3), "Add");
    QToolButton* change = nullptr;
    for (QToolButton* one : visible<QToolButton>())
        if (one->accessibleName() == "Write the sentence yourself") change = one;
    QVERIFY(change);
    QTest::mouseClick(change, Qt::LeftButton);
    auto* field = visible<QPlainTextEdit>().value(0);
    QVERIFY(field && !field->toPlainText().isEmpty());
    field->setPlainText("Groups that close late.");
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(stored().sentence, "Groups that close late.");
    QTest::mouseClick(change, Qt::LeftButton);
    QTest::mouseClick(button("Compose from the criteria"), Qt::LeftButton);
    QVERIFY(stored().sentence.isEmpty());
}

void TestIcpStation::criterionWithoutItsColumn() {
    start();
    Icp icp = StudioCase::icpOf(2);
    icp.criteria[0].condition->attribute = "account.x_gone";
    m_case->document().editIcp(icp, "Add");
    QVERIFY(card("team")->accessibleName().contains("Cannot check"));
    card("team")->setFocus();
    QTest::keyClick(card("team"), Qt::Key_Return);
    QTest::keyClick(editor(), Qt::Key_Escape);
    QCOMPARE(stored().criteria[0].condition->attribute, "account.x_gone");
    QCOMPARE(stored().criteria[0].condition->high, 26.0);
}

void TestIcpStation::hiddenPageFollowsTheTheme() {
    m_case = std::make_unique<StudioCase>();
    m_station = std::make_unique<IcpStation>();
    m_station->setDocument(&m_case->document());
    applyTheme(true, 1);
    m_station->setVisible(true);
    QColor ink;
    for (QLabel* label : visible<QLabel>())
        if (label->text() == "In one sentence") ink = label->palette().color(QPalette::WindowText);
    QCOMPARE(ink, Tokens::darkTokens().ink2);
}

void TestIcpStation::pictures() {
    if (qEnvironmentVariableIsEmpty("ICP_SCREENSHOTS"))
        QSKIP("set ICP_SCREENSHOTS to a folder to take pictures");
    for (const bool dark : {false, true}) {
        applyTheme(dark, 1);
        const QString theme = dark ? "-dark" : "";
        start();
        m_case->document().editIcp(StudioCase::icpOf(8), "Add");
        card("team")->setFocus();
        shoot(*m_station, "icp" + theme);
        m_case->document().editIcp(StudioCase::icpOf(30), "Add");
        shoot(*m_station, "icp-30" + theme);
        m_case->document().editIcp(StudioCase::icpOf(8, true), "Add");
        m_station->resize(1216, 718);
        shoot(*m_station, "icp-german-1280" + theme);
        m_case->document().editIcp(StudioCase::icpOf(1), "Add");
        shoot(*m_station, "icp-1-1280" + theme);
    }
    applyTheme(false, 1.3);
    start();
    m_station->resize(1368, 868);
    m_case->document().editIcp(StudioCase::icpOf(8), "Add");
    shoot(*m_station, "icp-projector");
    applyTheme(false, 1);
}

QTEST_MAIN(TestIcpStation)
#include "tst_icpstation.moc"
