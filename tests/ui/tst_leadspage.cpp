#include "core/import/leads.h"
#include "tests/support/core/program.h"
#include "tests/support/ui/icppage.h"
#include "tests/support/ui/screenshot.h"
#include "ui/models/fitlist.h"
#include "ui/stations/icp/leadspage.h"
#include "ui/stations/plaintable.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/messagebar.h"

#include <QJsonDocument>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

using namespace icp;
using namespace icp::ui;
using namespace icp::test;

/// A list of companies to sell to, scored in the window and saved for the CRM.
class TestLeadsPage : public QObject, private IcpPage {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        QVERIFY(writeFile(at("leads.csv"),
                          "Record ID,Company name,Finance team,Our note\n"
                          "7,Low,90,=call\n8,Unknown,,\n9,Best,10,later\n"));
        QVERIFY(writeFile(at("people.csv"),
                          "First Name,Last Name,Email,Job Title,Company name\n"
                          "Ada,King,ada@best.example,Finance Director,Best\n"
                          "Alan,Hale,alan@low.example,Accountant,Low\n"));
    }
    void init() {
        applyTheme(false, 1);
        start();
        Icp icp = StudioCase::icpOf(0);
        icp.criteria = {StudioCase::teamCriterion()};
        QVERIFY(m_case->document().editIcp(icp, "Add"));
        for (const Persona& persona : emptyPanel(icp.id))
            QVERIFY(m_case->document().editPersona(persona, "Add"));
        m_case->document().waitForIdle();
        m_station->show(IcpStation::Companies);
        QTest::mouseClick(button("Score a list"), Qt::LeftButton);
        page()->setAskFiles([this](QWidget*, const QString&) { return m_answer; });
    }
    void cleanup() { finish(); }

    void theListIsScored();
    void itFollowsTheProfile();
    void whomOneKnowsThere();
    void savedWithItsHeaders();
    void anUnreadableListIsSaid();

private:
    QString at(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    LeadsPage* page() const { return visible<LeadsPage>().value(0); }
    void read() {
        m_answer = {at("leads.csv")};
        QTest::mouseClick(button("Choose a list"), Qt::LeftButton);
        page()->waitForIdle();
    }
    PlainTable* table(const char* name) const {
        for (PlainTable* one : visible<PlainTable>())
            if (one->accessibleName() == QLatin1String(name)) return one;
        return nullptr;
    }
    QStringList rows(const char* name, const std::vector<int>& columns) const {
        QStringList texts;
        const auto* model = table(name)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            QStringList cells;
            for (const int column : columns) cells << model->index(row, column).data().toString();
            texts << cells.join(u'|');
        }
        return texts;
    }
    QString said() const {
        QStringList texts;
        for (QLabel* label : visible<QLabel>()) texts << label->text();
        return texts.join(u'\n');
    }

    QTemporaryDir m_folder;
    QStringList m_answer;
};

void TestLeadsPage::theListIsScored() {
    QVERIFY(page());
    QVERIFY(!page()->hasList());
    const QByteArray before = QJsonDocument(toJson(stored())).toJson();
    const QString undo = m_case->document().undoText();
    read();
    QVERIFY(page()->hasList());
    QCOMPARE(rows("Companies to sell to", {FitListModel::Name, FitListModel::FitColumn, FitListModel::Score}),
             QStringList({"Best|Ideal|100", "Unknown|Stretch|0", "Low|Bad|0"}));
    QCOMPARE(rows("Criteria and this company", {1}), QStringList{"meets"});
    QVERIFY2(!said().contains("nobody known yet"), qPrintable(said()));  // no list of people was given
    QCOMPARE(QJsonDocument(toJson(stored())).toJson(), before);          // the workshop stays as it was
    QCOMPARE(m_case->document().undoText(), undo);
    shoot(*m_station, "icp-leads");
    QTest::mouseClick(button("Back to the customers"), Qt::LeftButton);
    QVERIFY(table("Companies under the profile"));
}

void TestLeadsPage::itFollowsTheProfile() {
    read();
    Icp icp = stored();
    icp.criteria.front().condition->high = 200;
    QVERIFY(m_case->document().editIcp(icp, "Wider"));
    m_case->document().waitForIdle();
    page()->waitForIdle();
    QCOMPARE(rows("Companies to sell to", {FitListModel::Name, FitListModel::FitColumn}),
             QStringList({"Low|Ideal", "Best|Ideal", "Unknown|Stretch"}));
    icp.criteria.front().condition->attribute = QStringLiteral("account.employees");
    QVERIFY(m_case->document().editIcp(icp, "What the list does not say"));
    m_case->document().waitForIdle();
    page()->waitForIdle();
    QVERIFY2(
        said().contains("It cannot be judged: none of the columns the profile asks about is in this list "
                        "(account.employees)."),
        qPrintable(said()));
    QCOMPARE(rows("Companies to sell to", {FitListModel::FitColumn, FitListModel::Score}),
             QStringList({"Not judged|", "Not judged|", "Not judged|"}));
    icp.criteria.push_back(StudioCase::teamCriterion());
    QVERIFY(m_case->document().editIcp(icp, "And what it says"));
    m_case->document().waitForIdle();
    page()->waitForIdle();
    QVERIFY2(said().contains("There is no column for account.employees: criteria on it stay unknown."),
             qPrintable(said()));
}

void TestLeadsPage::whomOneKnowsThere() {
    read();
    m_answer = {at("people.csv")};
    QTest::mouseClick(button("Add contacts"), Qt::LeftButton);
    page()->waitForIdle();
    QVERIFY2(said().contains("Economic buyer: known"), qPrintable(said()));
    QVERIFY2(said().contains("Champion: nobody known yet"), qPrintable(said()));
    QVERIFY2(said().contains("fewer than 3"), qPrintable(said()));
    shoot(*m_station, "icp-leads-contacts");
}

void TestLeadsPage::savedWithItsHeaders() {
    read();
    m_station->setAskFile(
        [this](QWidget*, const QString&, const QString&, const QString&) { return at("scored.csv"); });
    QTest::mouseClick(button("Save scored"), Qt::LeftButton);
    const QString criterion = stored().criteria.front().text;
    QCOMPARE(QString::fromUtf8(fileBytes(at("scored.csv"))),
             QStringLiteral("Record ID,Company name,Finance team,Our note,fit,score,decided_by,tier\r\n"
                            "9,Best,10,later,ideal,100,meets %1,1\r\n"
                            "8,Unknown,,,stretch,0,unknown %1,2\r\n"
                            "7,Low,90,'=call,bad,0,fails %1,\r\n")
                 .arg(criterion));
    m_station->setAskFile(
        [this](QWidget*, const QString&, const QString&, const QString&) { return at("scored.xlsx"); });
    QTest::mouseClick(button("Save scored"), Qt::LeftButton);
    QVERIFY(fileBytes(at("scored.xlsx")).startsWith("PK"));
}

void TestLeadsPage::anUnreadableListIsSaid() {
    read();
    m_answer = {at("missing.csv")};
    QTest::mouseClick(button("Another list"), Qt::LeftButton);
    page()->waitForIdle();
    QVERIFY2(m_station->messages()->text().contains("missing.csv"),
             qPrintable(m_station->messages()->text()));
    QCOMPARE(rows("Companies to sell to", {FitListModel::Name}).size(), 3);  // the old list stays
}

QTEST_MAIN(TestLeadsPage)
#include "tst_leadspage.moc"
