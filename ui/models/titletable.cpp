#include "ui/models/titletable.h"

#include "core/base/shown.h"
#include "core/deck/personaslide.h"

#include <algorithm>

namespace icp::ui {

namespace {

bool isOpen(const Contacts::Title& title) {
    return std::none_of(title.matches.begin(), title.matches.end(),
                        [](const TitleMatch& match) { return match.persona >= 0; });
}

}  // namespace

QString personaName(const icp::Persona& persona) {
    return persona.title.isEmpty() ? roleTitle(persona.role)
                                   : TitleTableModel::tr("%1, %2", "role and title of a persona")
                                         .arg(roleTitle(persona.role), persona.title);
}

void TitleTableModel::show(std::shared_ptr<const Contacts> contacts,
                           const std::vector<icp::Persona>& personas) {
    beginResetModel();
    m_contacts = std::move(contacts);
    m_personas = personas;
    narrow();
    endResetModel();
}

void TitleTableModel::setSearch(const QString& text) {
    beginResetModel();
    m_search = text.trimmed();
    narrow();
    endResetModel();
}

void TitleTableModel::setOpenOnly(bool only) {
    beginResetModel();
    m_openOnly = only;
    narrow();
    endResetModel();
}

void TitleTableModel::narrow() {
    m_shown.clear();
    for (std::size_t i = 0; i < m_contacts->titles.size(); ++i) {
        const Contacts::Title& title = m_contacts->titles[i];
        if (title.title.contains(m_search, Qt::CaseInsensitive) && (!m_openOnly || isOpen(title)))
            m_shown.push_back(i);
    }
}

int TitleTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_shown.size());
}

int TitleTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

/// Its role stands beside it.
QString TitleTableModel::titleOf(int persona) const {
    const icp::Persona& one = m_personas[std::size_t(persona)];
    return one.title.isEmpty() ? personaName(one) : one.title;
}

QString TitleTableModel::text(const Contacts::Title& title, int column) const {
    if (column == Title) return title.title;
    if (column == People) return countText(title.contacts);
    QStringList parts;
    if (column == Reading) {  // the usual rules tell it of titles that a persona claims, too
        for (const TitleReading& reading : readTitle(title.title)) {
            QStringList read;
            if (reading.department) read << departmentTitle(*reading.department);
            if (reading.seniority) read << seniorityTitle(*reading.seniority);
            if (!read.isEmpty()) parts << read.join(QStringLiteral(", "));
        }
        parts.removeDuplicates();
        return parts.join(QStringLiteral("; "));
    }
    for (const TitleMatch& match : title.matches) {
        const TitleReading* reading = match.reading ? &*match.reading : nullptr;
        switch (column) {
            case Role:
                parts << roleTitle(match.persona >= 0 ? m_personas[std::size_t(match.persona)].role
                                                      : reading->role);
                break;
            case Persona:
                parts << (match.persona < 0 ? tr("not on the panel") : titleOf(match.persona));
                break;
            default:
                parts << (match.own ? tr("%1 (yours)", "a rule for titles").arg(match.rule) : match.rule);
        }
    }
    parts.removeDuplicates();
    return parts.isEmpty() && column == Rule ? tr("no rule knows it") : parts.join(QStringLiteral("; "));
}

QVariant TitleTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Contacts::Title& title = at(index.row());
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            return text(title, index.column());
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::Alignment(
                (index.column() == People ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
        case UnreadRole:
            return title.matches.empty();
        default:
            return {};
    }
}

QVariant TitleTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == People ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Title:
            return tr("Job title");
        case People:
            return tr("Contacts");
        case Reading:
            return tr("Read as");
        case Role:
            return tr("Buying role");
        case Persona:
            return tr("Persona");
        default:
            return tr("Decided by");
    }
}

}  // namespace icp::ui
