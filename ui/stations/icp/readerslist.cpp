#include "ui/stations/icp/readerslist.h"

#include "ui/document/document.h"
#include "ui/models/entrytable.h"
#include "ui/stations/entrylist.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace icp::ui {

namespace {
enum Column { Name, Department, Version, Day };
}  // namespace

ReadersList::ReadersList(QWidget* parent)
    : QWidget(parent),
      m_readers(new EntryTable({{tr("Name")},
                                {tr("Department"), EntryTable::Kind::Offer},
                                {tr("Version"), EntryTable::Kind::Choice},
                                {tr("Read on"), EntryTable::Kind::Day}},
                               tr("Add who has read it"), this)),
      m_list(new EntryList(m_readers, tr("Who has read it"))),
      m_summary(new Text(QString(), int(Type::Note), Text::Ink::Second)) {
    m_list->setShares({36, 30, 14, 20});
    m_summary->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
    connect(m_readers, &EntryTable::written, this, &ReadersList::write);
    connect(m_list, &EntryList::removeAsked, this, &ReadersList::remove);
}

int ReadersList::count() const { return m_readers->rowCount() - 1; }

void ReadersList::refresh() {
    const Icp* icp = m_document ? m_document->currentIcp() : nullptr;
    const Workshop empty{};
    const Workshop& workshop = icp ? m_document->workshop() : empty;
    const auto versions = versionsOf(workshop.versions, icp ? icp->id : QString());
    m_list->setEnabled(!versions.empty());
    std::vector<EntryTable::Choice> numbers;
    for (auto version = versions.rbegin(); version != versions.rend(); ++version)
        numbers.push_back({QString::number((*version)->icp.version), tr("v%1").arg((*version)->icp.version)});
    m_readers->setChoices(Version, std::move(numbers));
    std::vector<EntryTable::Choice> departments;
    for (const QString& department : departmentsOf(workshop)) departments.push_back({department, department});
    m_readers->setChoices(Department, std::move(departments));
    std::vector<EntryTable::Row> rows;
    int newest = 0;
    for (const Acknowledgement& one : readersOf(workshop.acknowledgements, icp ? icp->id : QString())) {
        const bool past = !versions.empty() && one.version != versions.back()->icp.version;
        newest += past ? 0 : 1;
        rows.push_back({one.id,
                        {one.person, one.department, QString::number(one.version), one.day},
                        std::nullopt,
                        past});
    }
    m_readers->setRows(std::move(rows));
    m_summary->setText(versions.empty()
                           ? tr("Once a version is agreed, you note here who has read it.")
                           : tr("%n person(s) read v%1. The list goes into the share pack.", nullptr, newest)
                                 .arg(versions.back()->icp.version));
}

void ReadersList::write(const QString& id, int column, const QVariant& value) {
    const Icp* icp = m_document ? m_document->currentIcp() : nullptr;
    if (!icp) return;
    const auto versions = versionsOf(m_document->workshop().versions, icp->id);
    if (versions.empty()) return;
    const auto& all = m_document->workshop().acknowledgements;
    const auto stored =
        std::find_if(all.begin(), all.end(), [&](const Acknowledgement& one) { return one.id == id; });
    const bool added = stored == all.end();
    Acknowledgement reading =
        added ? Acknowledgement{id, icp->id, versions.back()->icp.version, {}, {}, QDate::currentDate()}
              : *stored;
    if (column == Name)
        reading.person = value.toString();
    else if (column == Department)
        reading.department = value.toString();
    else if (column == Version)
        reading.version = value.toString().toInt();
    else
        reading.day = value.toDate();
    m_document->acknowledge(reading, added ? tr("Add who has read it") : tr("Edit who has read it"));
}

void ReadersList::remove(const QString& id) {
    const auto& all = m_document->workshop().acknowledgements;
    const auto stored =
        std::find_if(all.begin(), all.end(), [&](const Acknowledgement& one) { return one.id == id; });
    if (stored == all.end()) return;
    Acknowledgement reading = *stored;
    const QString name = std::exchange(reading.person, QString());
    if (m_document->acknowledge(reading, tr("Remove who has read it"))) Q_EMIT removed(name);
}

}  // namespace icp::ui
