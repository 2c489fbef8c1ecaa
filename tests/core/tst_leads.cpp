#include "core/import/leads.h"
#include "core/workshop/fit.h"
#include "tests/support/core/importcase.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>

using namespace icp;
using namespace icp::test;

namespace {

struct Company {
    QByteArray name;
    QByteArray industry;
    int employees;
    QByteArray size;  ///< "1" to "4", a class and no number
    bool cloud;
};

std::vector<Company> companies(int count) {
    constexpr std::array industries{"Logistics", "Wholesale", "Public sector", ""};
    QRandomGenerator random(7);
    std::vector<Company> result;
    for (int i = 0; i < count; ++i)
        result.push_back({"Company " + QByteArray::number(i), industries[std::size_t(random.bounded(4))],
                          random.bounded(1, 400), QByteArray::number(random.bounded(1, 5)),
                          random.bounded(2) == 0});
    return result;
}

Criterion criterion(const QString& id, const QString& attribute, Importance importance) {
    Criterion result;
    result.id = id;
    result.importance = importance;
    result.weight = importance == Importance::Must ? 60 : 40;
    result.condition.emplace();
    result.condition->attribute = attribute;
    return result;
}

Criterion oneOf(const QString& id, const QString& attribute, const QStringList& values,
                Importance importance) {
    Criterion result = criterion(id, attribute, importance);
    result.condition->values = values;
    return result;
}

/// Over what every list of this test says of a company.
Icp profile() {
    Icp icp;
    icp.criteria.push_back(criterion("employees", "account.employees", Importance::Must));
    icp.criteria.back().condition->op = Condition::Op::Range;
    icp.criteria.back().condition->low = 50;
    icp.criteria.push_back(
        oneOf("industry", "account.industry", {"Logistics", "Wholesale"}, Importance::Should));
    icp.criteria.push_back(oneOf("size", "account.x_groesse", {"2", "3"}, Importance::Nice));
    icp.criteria.push_back(oneOf("cloud", "account.x_cloud_erp", {"no"}, Importance::Exclude));
    return icp;
}

std::size_t rowOf(const Dataset& dataset, const QString& name) {
    for (std::size_t row = 0; row < dataset.accounts.rows(); ++row)
        if (dataset.accountName(row) == name) return row;
    qFatal("no account %s", qPrintable(name));
}

}  // namespace

/// Lists of leads mean what the workshop's accounts mean.
class TestLeads : public ImportCase {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        const std::vector<Company> all = companies(300);
        QByteArray text("Firma,Branche,Köpfe,Größe,Cloud ERP\n");
        for (const Company& one : all)
            text += one.name + ',' + one.industry + ',' + QByteArray::number(one.employees) + ',' + one.size +
                    (one.cloud ? ",yes\n" : ",no\n");
        FileRequest file = fileAt(write("customers.csv", text));
        file.role = Entity::Account;
        file.mapping = {{"Firma", "account.name"},
                        {"Branche", "account.industry"},
                        {"Köpfe", "account.employees"},
                        {"Größe", "account.x_groesse"},
                        {"Cloud ERP", "account.x_cloud_erp"}};
        file.columns["Größe"].type = ColumnType::Category;
        ImportRequest request;
        request.files = {file};
        const auto imported = importFiles(request);
        IMPORTED(imported);
        m_known = *imported;
    }

    /// Fewer companies in another order of rows and columns, headers spelled a little differently, and a
    /// column of their own.
    void leadsFitAsTheyWouldInTheWorkshop() {
        const std::vector<Company> all = companies(300);
        QByteArray text("Note;CLOUD ERP;größe;Köpfe;branche;Firma\n");
        for (std::size_t i = 0; i < all.size(); i += 7) {
            const Company& one = all[all.size() - 1 - i];
            text += "call;" + QByteArray(one.cloud ? "yes;" : "no;") + one.size + ';' +
                    QByteArray::number(one.employees) + ';' + one.industry + ';' + one.name + '\n';
        }
        ImportRequest request;
        request.files = {fileAt(write("leads.csv", text))};
        const auto leads = importLeads(request, *m_known);
        IMPORTED(leads);
        QCOMPARE((*leads)->accounts.rows(), std::size_t(43));
        QCOMPARE((*leads)->accounts.table->fields.size(), std::size_t(6));

        const Icp icp = profile();
        FitModel there(*m_known);
        FitModel here(**leads);
        there.evaluate(icp);
        here.evaluate(icp);
        QVERIFY(here.table().ideal.count() > 0 && here.table().bad.count() > 0);
        for (std::size_t row = 0; row < 43; ++row) {
            const std::size_t known = rowOf(*m_known, (*leads)->accountName(row));
            QCOMPARE(here.table().fit[row], there.table().fit[known]);
            QCOMPARE(here.table().score[row], there.table().score[known]);
        }
    }

    void whatIsSaidOfALeadsColumnComesFirst() {
        ImportRequest request;
        request.files = {fileAt(write("leads.csv", "Firma,Köpfe,Heads\nA,10,60\nB,20,70\nC,30,80\n"))};
        request.files.front().mapping = {{"Heads", "account.employees"}, {"Köpfe", "account.x_koepfe"}};
        const auto leads = importLeads(request, *m_known);
        IMPORTED(leads);
        const Column* employees = (*leads)->column(u"account.employees");
        QVERIFY(employees != nullptr);
        QCOMPARE(employees->numbers()[0], 60.0);
    }

    void anEmptyColumnWithoutANameChangesNothing() {
        ImportRequest request;
        request.files = {fileAt(write("leads.csv", "Firma,,Köpfe,\nA,,10,\nB,,60,\nC,,80,\n"))};
        const auto leads = importLeads(request, *m_known);
        IMPORTED(leads);
        QVERIFY((*leads)->column(u"account.employees") != nullptr);
    }

    void whatLeadsDoNotTellStaysUnknown() {
        ImportRequest request;
        request.files = {fileAt(write("leads.csv", "Firma,Köpfe\nA,10\nB,60\nC,80\n"))};
        const auto leads = importLeads(request, *m_known);
        IMPORTED(leads);
        FitModel model(**leads);
        const FitTable& fit = model.evaluate(profile());
        QCOMPARE(fit.bad.count(), std::size_t(1));
        QCOMPARE(fit.stretch.count(), std::size_t(2));
    }

    void aFileThatIsNotThereIsAnError() {
        ImportRequest request;
        request.files = {fileAt(QStringLiteral("gone.csv"))};
        const auto leads = importLeads(request, *m_known);
        QVERIFY(!leads);
        QCOMPARE(leads.error().code, ErrorCode::InputUnusable);
    }

private:
    std::shared_ptr<const Dataset> m_known;
};

QTEST_GUILESS_MAIN(TestLeads)
#include "tst_leads.moc"
