#include "ui/models/attributelist.h"

#include <QHash>

#include <algorithm>

namespace icp::ui {

namespace {

constexpr double unsureUpTo = 0.2;  // of q: above it nothing is claimed, not even a hint

bool hasPattern(const AttributeProfile& attribute) {
    return !attribute.singleLevel && !attribute.test.isEmpty() && attribute.q < unsureUpTo;
}

}  // namespace

QString strengthText(const AttributeProfile& attribute, Mode mode) {
    if (mode != Mode::Full) return AttributeListModel::tr("Direction only");
    if (attribute.singleLevel) return AttributeListModel::tr("One value");
    if (attribute.test.isEmpty()) return AttributeListModel::tr("Not tested");
    if (attribute.q < 0.001) return AttributeListModel::tr("Very clear");
    if (attribute.q < 0.05) return AttributeListModel::tr("Clear");
    return AttributeListModel::tr("Unsure");
}

QString classLabel(AttributeClass cls) {
    switch (cls) {
        case AttributeClass::Firmographic:
            return AttributeListModel::tr("Firmographic");
        case AttributeClass::Technology:
            return AttributeListModel::tr("Technology");
        case AttributeClass::Organisation:
            return AttributeListModel::tr("Organisation");
        case AttributeClass::Behaviour:
            return AttributeListModel::tr("Behaviour");
        case AttributeClass::Environment:
            return AttributeListModel::tr("Environment");
        case AttributeClass::Geographic:
            return AttributeListModel::tr("Geographic");
        case AttributeClass::Demographic:
            return AttributeListModel::tr("Demographic");
        case AttributeClass::Psychographic:
            return AttributeListModel::tr("Psychographic");
        case AttributeClass::Specialised:
            break;
    }
    return AttributeListModel::tr("Specialised");
}

void AttributeListModel::setFindings(const Findings& findings) {
    beginResetModel();
    m_findings = findings;
    if (findings.mode == Mode::Full && !findings.attributes.empty()) {
        m_ranking.clear();
        for (const AttributeProfile& attribute : findings.attributes) m_ranking << attribute.name;
    } else if (m_kept.isEmpty() && findings.mode != Mode::Full) {
        m_ranking.clear();
    }
    rebuild();
    endResetModel();
}

void AttributeListModel::setOrder(Order order) {
    beginResetModel();
    m_order = order;
    rebuild();
    endResetModel();
}

void AttributeListModel::setKept(const QStringList& names) { m_kept = names; }

void AttributeListModel::setSearch(const QString& text) {
    beginResetModel();
    m_search = text.trimmed();
    rebuild();
    endResetModel();
}

void AttributeListModel::toggle(int row) {
    if (row < 0 || row >= rowCount() || m_rows[std::size_t(row)].attribute >= 0 || !m_search.isEmpty())
        return;
    const Group group = m_rows[std::size_t(row)].group;
    const auto& members = m_members[int(group)];
    bool& open = m_open[int(group)];
    if (members.empty()) return;
    const int last = row + int(members.size());
    if (open) {
        beginRemoveRows({}, row + 1, last);
        open = false;
        m_rows.erase(m_rows.begin() + row + 1, m_rows.begin() + last + 1);
        endRemoveRows();
    } else {
        beginInsertRows({}, row + 1, last);
        open = true;
        std::vector<Row> added;
        for (const int member : members) added.push_back({member, group});
        m_rows.insert(m_rows.begin() + row + 1, added.begin(), added.end());
        endInsertRows();
    }
    Q_EMIT dataChanged(index(row), index(row));
}

const AttributeProfile* AttributeListModel::profile(int row) const {
    if (row < 0 || row >= rowCount() || m_rows[std::size_t(row)].attribute < 0) return nullptr;
    return &m_findings.attributes[std::size_t(m_rows[std::size_t(row)].attribute)];
}

int AttributeListModel::rowOf(const QString& name, bool open) {
    for (int row = 0; row < rowCount(); ++row) {
        const AttributeProfile* here = profile(row);
        if (here != nullptr && here->name == name) return row;
    }
    if (!open) return -1;
    for (int row = rowCount() - 1; row >= 0; --row) {
        const Row& group = m_rows[std::size_t(row)];
        if (group.attribute >= 0 || groupOpen(group.group)) continue;
        const auto& members = m_members[int(group.group)];
        const bool inside = std::any_of(members.begin(), members.end(), [&](int member) {
            return m_findings.attributes[std::size_t(member)].name == name;
        });
        if (!inside) continue;
        toggle(row);
        return rowOf(name);
    }
    return -1;
}

int AttributeListModel::rowOfGroup(Group group) const {
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        if (m_rows[row].attribute < 0 && m_rows[row].group == group) return int(row);
    return -1;
}

int AttributeListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant AttributeListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Row& row = m_rows[std::size_t(index.row())];
    const AttributeProfile* attribute = profile(index.row());
    switch (role) {
        case Qt::DisplayRole:
            if (attribute != nullptr) return attribute->label;
            return row.group == Group::NoPattern ? tr("No pattern found") : tr("Left out: knows the result");
        case Qt::ToolTipRole:
            if (attribute == nullptr) return {};
            return attribute->leak.isEmpty() ? attribute->label : tr("Left out. %1").arg(attribute->leak);
        case Qt::AccessibleTextRole:
            if (attribute == nullptr) {
                return tr("%1, %2", "No pattern found, 5")
                    .arg(data(index, Qt::DisplayRole).toString())
                    .arg(m_members[int(row.group)].size());
            }
            if (!attribute->leak.isEmpty())
                return tr("%1, left out. %2").arg(attribute->label, attribute->leak);
            return tr("%1, %2", "Industry, Clear")
                .arg(attribute->label, strengthText(*attribute, m_findings.mode));
        case ProfileRole:
            return QVariant::fromValue(attribute);
        case IsGroupRole:
            return attribute == nullptr;
        case IsOpenRole:
            return attribute == nullptr && groupOpen(row.group);
        case CountRole:
            return attribute == nullptr ? int(m_members[int(row.group)].size()) : 0;
        default:
            return {};
    }
}

Qt::ItemFlags AttributeListModel::flags(const QModelIndex& index) const {
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                           : Qt::NoItemFlags;
}

void AttributeListModel::rebuild() {
    const auto& attributes = m_findings.attributes;
    std::vector<int> order;
    m_analysed = 0;
    for (int i = 0; i < int(attributes.size()); ++i) {
        const AttributeProfile& attribute = attributes[std::size_t(i)];
        if (attribute.leak.isEmpty()) ++m_analysed;
        if (m_search.isEmpty() || attribute.label.contains(m_search, Qt::CaseInsensitive)) order.push_back(i);
    }
    const bool ranked = m_findings.mode == Mode::Full;
    const auto byName = [&](int a, int b) {
        return attributes[std::size_t(a)].label.compare(attributes[std::size_t(b)].label,
                                                        Qt::CaseInsensitive) < 0;
    };
    if (m_order == Order::Class) {
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
            return attributes[std::size_t(a)].cls < attributes[std::size_t(b)].cls;
        });
    } else if (m_order == Order::Strongest && ranksAsBefore()) {
        QHash<QString, int> place;
        for (int i = 0; i < int(m_ranking.size()); ++i) place.insert(m_ranking[i], i);
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
            const int last = int(m_ranking.size());
            return place.value(attributes[std::size_t(a)].name, last) <
                   place.value(attributes[std::size_t(b)].name, last);
        });
    } else if (m_order == Order::Name || !ranked) {
        std::stable_sort(order.begin(), order.end(), byName);
    }
    m_rows.clear();
    for (auto& members : m_members) members.clear();
    for (const int i : order) {
        const AttributeProfile& attribute = attributes[std::size_t(i)];
        if (m_kept.contains(attribute.name)) {
            m_rows.insert(m_rows.begin(), {i, Group::NoPattern});
        } else if (!attribute.leak.isEmpty()) {
            m_members[int(Group::LeftOut)].push_back(i);
        } else if (ranked && !hasPattern(attribute)) {
            m_members[int(Group::NoPattern)].push_back(i);
        } else {
            m_rows.push_back({i, Group::NoPattern});
        }
    }
    for (const Group group : {Group::NoPattern, Group::LeftOut}) {
        const auto& members = m_members[int(group)];
        if (members.empty()) continue;
        m_rows.push_back({-1, group});
        if (!groupOpen(group)) continue;
        for (const int member : members) m_rows.push_back({member, group});
    }
}

}  // namespace icp::ui
