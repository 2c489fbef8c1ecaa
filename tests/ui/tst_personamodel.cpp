#include "core/workshop/workshop.h"
#include "ui/models/panelgap.h"
#include "ui/models/personamodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace icp;
using namespace icp::ui;

/// The panel as a table, its cells as text, and its weakest place.
class TestPersonaModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void modelEditsAndTells();
    void cellsTravelAsTabSeparatedText();
    void weakestPlaceInOrder();
};

void TestPersonaModel::modelEditsAndTells() {
    PersonaModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy edits(&model, &PersonaModel::edited);
    model.setPersonas(emptyPanel("icp-1"));
    QCOMPARE(model.columnCount(), 6);
    QCOMPARE(model.rowCount(), personaFieldCount);
    const QModelIndex cell = model.index(int(PersonaField::Goals), 2);
    QVERIFY(cell.data(PersonaModel::MissingRole).toBool());
    QVERIFY(!model.setData(cell, true, PersonaModel::AnecdoteRole));  // nothing there to be one
    QVERIFY(model.setData(cell, "No extra tool\nto look after", Qt::EditRole));
    QVERIFY(model.setData(cell, true, PersonaModel::AnecdoteRole));
    QCOMPARE(edits.size(), 2);
    QVERIFY(cell.data(PersonaModel::AnecdoteRole).toBool());
    QVERIFY(model.setData(cell, "No extra tool\nto look after", Qt::EditRole));
    QCOMPARE(edits.size(), 2);  // nothing changed
    QVERIFY(model.setData(cell, " ", Qt::EditRole));
    QVERIFY(!cell.data(PersonaModel::AnecdoteRole).toBool());
    const std::vector<Coverage> counted{{10, 5}, {10, 1}, {0, 0}, {10, 10}, {10, 0}, {10, 9}};
    model.setCoverage(counted, counted);
    QCOMPARE(model.headerData(0, Qt::Horizontal, PersonaModel::CoverageRole).toDouble(), 0.5);
    QVERIFY(!model.headerData(2, Qt::Horizontal, PersonaModel::CoverageRole).isValid());
    QCOMPARE(model.headerData(2, Qt::Horizontal, PersonaModel::CompleteRole).toString(), QString("0/11"));
    // A message of its own for a tier is nobody's duty.
    const QModelIndex tier = model.index(int(PersonaField::MessageTier1), 2);
    QVERIFY(!tier.data(PersonaModel::MissingRole).toBool());
    QVERIFY(model.setData(tier, "For the best", Qt::EditRole));
    QCOMPARE(model.headerData(2, Qt::Horizontal, PersonaModel::CompleteRole).toString(), QString("0/11"));
    QVERIFY(model.setData(model.index(int(PersonaField::Pains), 2), "Late nights", Qt::EditRole));
    QCOMPARE(model.headerData(2, Qt::Horizontal, PersonaModel::CompleteRole).toString(), QString("1/11"));
    model.setPersonas({});
    QCOMPARE(model.columnCount(), 0);
}

void TestPersonaModel::cellsTravelAsTabSeparatedText() {
    QCOMPARE(cellsOf("a\tb\nc\td\n"), (std::vector<QStringList>{{"a", "b"}, {"c", "d"}}));
    QCOMPARE(cellsOf("\"two\nlines\"\t\"say \"\"no\"\"\"\r\nx"),
             (std::vector<QStringList>{{"two\nlines", "say \"no\""}, {"x"}}));
    QCOMPARE(cellsOf("5\" disk"), (std::vector<QStringList>{{"5\" disk"}}));
    PersonaModel model;
    model.setPersonas(emptyPanel("icp-1"));
    const QStringList texts{"plain", "two\nlines", "a \"quoted\" word", "tab\tinside"};
    for (int i = 0; i < 4; ++i) model.setData(model.index(i / 2, i % 2), texts[i], Qt::EditRole);
    const QString copy =
        model.copied({model.index(0, 0), model.index(0, 1), model.index(1, 0), model.index(1, 1)});
    const auto rows = cellsOf(copy);
    QCOMPARE(rows, (std::vector<QStringList>{{texts[0], texts[1]}, {texts[2], texts[3]}}));
}

void TestPersonaModel::weakestPlaceInOrder() {
    std::vector<Persona> panel = emptyPanel("icp-1");
    for (Persona& persona : panel)
        for (Persona::Entry& entry : persona.fields) entry.text = "known";
    const std::vector<Coverage> good(6, Coverage{100, 80});
    QVERIFY(!weakestPlace(panel, good));
    panel[3].fields[0].text.clear();
    QCOMPARE(weakestPlace(panel, good)->kind, PanelGap::Kind::NotWritten);
    QCOMPARE(weakestPlace(panel, good)->persona, panel[3].id);
    std::vector<Coverage> rare = good;
    rare[5] = {100, 12};
    QCOMPARE(weakestPlace(panel, rare)->kind, PanelGap::Kind::RarelyKnown);
    QVERIFY(weakestPlace(panel, rare)->text().contains("12 of 100"));
    panel.push_back(panel[5]);
    rare.push_back(rare[5]);
    QVERIFY(weakestPlace(panel, rare)->text().startsWith("Its 2 personas together are known in only 12%"));
    panel.pop_back();
    panel.pop_back();
    QCOMPARE(weakestPlace(panel, {})->kind, PanelGap::Kind::NoPersona);
    QCOMPARE(weakestPlace(panel, {})->role, BuyingRole::Blocker);
}

QTEST_MAIN(TestPersonaModel)
#include "tst_personamodel.moc"
