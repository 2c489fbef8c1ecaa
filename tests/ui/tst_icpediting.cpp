#include "tests/support/ui/icppage.h"
#include "tests/support/ui/screenshot.h"
#include "ui/models/criterionevidence.h"
#include "ui/models/icpedits.h"
#include "ui/models/levelmodel.h"
#include "ui/models/sectionmodel.h"
#include "ui/stations/conditionpanel.h"
#include "ui/stations/icp/criterioncard.h"
#include "ui/stations/icp/criterioneditor.h"
#include "ui/stations/icp/icpstation.h"
#include "ui/stations/icp/icptabs.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/gaugebar.h"
#include "ui/widgets/levelpicker.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rangeslider.h"
#include "ui/widgets/wraptext.h"

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

/// Criteria are written, changed and moved by keyboard and mouse.
class TestIcpEditing : public QObject, private IcpPage {
    Q_OBJECT
private Q_SLOTS:
    void init() { applyTheme(false, 1); }
    void cleanup() { finish(); }

    void emptyPageAsksEightQuestions();
    void draftsFromTheFindings();
    void addsLevelsByMouse();
    void addsWordsByKeyboard();
    void draggingARangePreviewsAndStores();
    void keysSetLevelWeightAndPlace();
    void cardIsDraggedByTheMouse();
    void editorOfAnExistingCriterion();
    void typingIsOneStepOfUndo();
};

void TestIcpEditing::emptyPageAsksEightQuestions() {
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

void TestIcpEditing::draftsFromTheFindings() {
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

void TestIcpEditing::addsLevelsByMouse() {
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

void TestIcpEditing::addsWordsByKeyboard() {
    start(false);
    button("Add to Key challenge")->setFocus();
    QTest::keyClick(button("Add to Key challenge"), Qt::Key_Space);
    QVERIFY(editor());
    auto* words = editor()->findChildren<QLineEdit*>().last();
    for (QLineEdit* field : editor()->findChildren<QLineEdit*>())
        if (field->accessibleName() == "Words") words = field;
    QVERIFY(words->hasFocus());
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

void TestIcpEditing::draggingARangePreviewsAndStores() {
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

void TestIcpEditing::keysSetLevelWeightAndPlace() {
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

void TestIcpEditing::cardIsDraggedByTheMouse() {
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

void TestIcpEditing::editorOfAnExistingCriterion() {
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

void TestIcpEditing::typingIsOneStepOfUndo() {
    start();
    m_case->document().editIcp(StudioCase::icpOf(4), "Add");
    const QString path = m_case->document().path();
    const double weight = stored().find(u"team")->weight;
    card("team")->setFocus();
    for (int i = 0; i < 3; ++i) QTest::keyClick(card("team"), Qt::Key_Minus);
    QVERIFY(stored().find(u"team")->weight != weight);
    QTest::keyClick(card("team"), Qt::Key_Return);
    auto* words = editor()->findChild<QLineEdit*>();
    for (QLineEdit* field : editor()->findChildren<QLineEdit*>())
        if (field->accessibleName() == "Words") words = field;
    words->setFocus();
    words->selectAll();
    QTest::keyClicks(words, "Finance of a group");
    QCOMPARE(stored().find(u"team")->text, "Finance of a group");
    // Nothing waits for the field to be left: another program reads every letter from the file.
    const auto file = WorkshopFile::open(path);
    QVERIFY(file);
    QCOMPARE((*file)->workshop().icps.front().find(u"team")->text, "Finance of a group");
    m_case->document().undo();
    QCOMPARE(stored().find(u"team")->text, StudioCase::teamCriterion().text);
    QVERIFY(stored().find(u"team")->weight != weight);
    m_case->document().undo();
    QCOMPARE(stored().find(u"team")->weight, weight);
    m_case->document().redo();
    m_case->document().redo();
    QCOMPARE(stored().find(u"team")->text, "Finance of a group");
}

QTEST_MAIN(TestIcpEditing)
#include "tst_icpediting.moc"
