#include "core/example/exampleworkshop.h"
#include "tests/support/ui/cutwords.h"
#include "tests/support/ui/screenshot.h"
#include "tests/support/ui/windowcase.h"
#include "ui/document/document.h"
#include "ui/shell/mainwindow.h"
#include "ui/stations/station.h"
#include "ui/widgets/controls.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QVBoxLayout>

using namespace icp;
using ui::Station;

/// Every view of every station of the example, in every size of window and on the projector: no word is cut.
class TestWholeWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        test::WindowCase::prepare(QStringLiteral("tst_wholewords"));
        QVERIFY(m_plurals.load(QStringLiteral(":/i18n/icp-workshop_en.qm")));
        QCoreApplication::installTranslator(&m_plurals);
        QVERIFY(m_folder.isValid());
        m_path = m_folder.filePath(QStringLiteral("ICP review.icpw"));
        const Result<void> made = makeExampleWorkshop(m_path);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    }

    void cutWordsAreFound();
    void everyView_data();
    void everyView();

private:
    static void fill(ui::Document& document);

    QTranslator m_plurals;
    QTemporaryDir m_folder;
    QString m_path;
};

void TestWholeWords::cutWordsAreFound() {
    QWidget page;
    page.resize(300, 200);
    QLabel label(QStringLiteral("Some words of a label"), &page);
    QPushButton* button = ui::secondaryButton(QStringLiteral("Some words"), {}, &page);
    label.setGeometry(10, 10, label.sizeHint().width(), 30);
    button->setGeometry(10, 50, button->sizeHint().width(), 36);
    page.show();
    QCOMPARE(test::cutWords(page), QStringList());
    label.resize(label.width() - 5, 30);
    QCOMPARE(test::cutWords(page).size(), 1);
    label.setToolTip(label.text());
    QCOMPARE(test::cutWords(page), QStringList());
    button->resize(button->width() - 4, 36);
    QCOMPARE(test::cutWords(page).size(), 1);
    button->setGeometry(300 - button->sizeHint().width() + 1, 50, button->sizeHint().width(), 36);
    QCOMPARE(test::cutWords(page).size(), 1);
    button->hide();
    QCOMPARE(test::cutWords(page), QStringList());
}

/// Lists that the example leaves empty, in words without end.
void TestWholeWords::fill(ui::Document& document) {
    const Icp icp = *document.currentIcp();
    const QString text = QStringLiteral(
        "Rewrite the onboarding for finance teams of multi-entity companies and train every account "
        "executive");
    Action action;
    action.icp = icp.id;
    action.text = text;
    action.department = QStringLiteral("Customer success");
    action.owner = QStringLiteral("Wilhelmina Featherstonehaugh");
    action.criterion = icp.criteria.front().id;
    for (const QDate& due : {QDate(2025, 10, 28), QDate(2050, 10, 28)}) {
        action.id = newId();
        action.due = due;
        QVERIFY(document.writeAction(action, text));
    }
    Practice practice{newId(), icp.id, text, QStringLiteral("Customer success"), PracticeVerdict::Stop, text};
    QVERIFY(document.writePractice(practice, text));
    IcpVersion version;
    version.note = text;
    version.departments = {QStringLiteral("Customer success"), QStringLiteral("Sales")};
    version.people = {action.owner};
    version.vote = Tally{12, 3, 1};
    version.dissent = text;
    QVERIFY(document.agreeIcp(version, QDate(2025, 10, 28)));
    QVERIFY(document.acknowledge({newId(), icp.id, 1, action.owner, action.department, QDate(2025, 10, 28)},
                                 text));
    DotVote vote;
    vote.id = newId();
    vote.icp = icp.id;
    vote.revealed = true;
    for (const QString& department : departmentsOf(document.workshop())) {
        Ballot ballot{department, {}, {}};
        for (const Criterion& criterion : votableOf(icp)) ballot.dots[criterion.id] = 1;
        vote.enter(ballot);
    }
    QVERIFY(document.putDotVote(vote, text));
    document.waitForIdle();
}

void TestWholeWords::everyView_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("projector");
    QTest::newRow("1280x800") << QSize(1280, 800) << false;
    QTest::newRow("1440x900") << QSize(1440, 900) << false;
    QTest::newRow("1440x900-projector") << QSize(1440, 900) << true;
    QTest::newRow("1920x1080-projector") << QSize(1920, 1080) << true;
}

void TestWholeWords::everyView() {
    QFETCH(QSize, size);
    QFETCH(bool, projector);
    ui::MainWindow window;
    window.show();
    window.menus().projector->setChecked(projector);
    QTest::qWait(50);  // a full screen takes its size first
    window.resize(size);
    window.openPath(m_path);
    QTRY_VERIFY_WITH_TIMEOUT(window.document() != nullptr, 20000);
    window.document()->waitForIdle();
    fill(*window.document());
    const QString row = QString::fromLatin1(QTest::currentDataTag());
    QStringList cut;
    const auto look = [&](const QString& view) {
        window.document()->waitForIdle();
        QStringList found = test::cutWords(window);
        for (int i = 0; i < 40 && !found.isEmpty(); ++i) {  // until everything has found its place
            QTest::qWait(50);
            found = test::cutWords(window);
        }
        for (const QString& words : found) cut << view + QStringLiteral(": ") + words;
        test::shoot(window, view + u'-' + row);
    };
    for (const auto id : {Station::Id::Start, Station::Id::Import, Station::Id::Customers,
                          Station::Id::Patterns, Station::Id::Segments, Station::Id::Icp,
                          Station::Id::Personas, Station::Id::Validate, Station::Id::Present}) {
        window.go(id);
        QTRY_COMPARE(window.current()->id(), id);
        QCOMPARE(window.size(), size);
        const QString station = QString::fromLatin1(window.current()->metaObject()->className())
                                    .section(QStringLiteral("::"), -1);
        look(station);
        int nth = 0;
        for (auto* views : window.current()->findChildren<ui::SegmentedSwitch*>()) {
            const int first = views->current();
            const auto choices = views->findChildren<QAbstractButton*>();
            ++nth;
            for (int i = 0; i < choices.size(); ++i) {
                if (i == first || choices[i]->isHidden()) continue;
                views->setCurrent(i);
                look(station + QStringLiteral("-%1-%2").arg(nth).arg(choices[i]->text()));
            }
            views->setCurrent(first);
        }
    }
    window.menus().projector->setChecked(false);
    for (const QString& words : cut) qWarning("%s", qPrintable(words));
    QCOMPARE(cut.size(), 0);
}

QTEST_MAIN(TestWholeWords)
#include "tst_wholewords.moc"
