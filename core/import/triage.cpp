#include "core/import/triage.h"

#include "core/base/text.h"
#include "core/table/leak.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>
#include <unordered_map>

namespace icp {

namespace {

constexpr std::size_t smallest = 20;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Triage)
};

const Column& columnOf(const EntityTable& entity, const Attribute& attribute) {
    return entity.table->fields[std::size_t(attribute.column)].column;
}

/// A column as one number a row that is equal where the cells are: levels are numbered by their first
/// appearance, so that "DE" and "Germany" are the same column. Empty for a column that is not compared.
std::vector<std::uint64_t> contentOf(const Column& column) {
    std::vector<std::uint64_t> content;
    if (!column.isCoded() && !column.isNumeric()) return content;
    content.reserve(column.size());
    std::vector<std::uint64_t> numbers(column.isCoded() ? column.dictionary().size() : 0);
    std::uint64_t next = 0;
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.isMissing(row)) {
            content.push_back(0);
        } else if (column.isNumeric()) {
            content.push_back(std::bit_cast<std::uint64_t>(column.numbers()[row]) + 1);
        } else {
            std::uint64_t& number = numbers[column.codes()[row]];
            if (number == 0) number = ++next;
            content.push_back(number);
        }
    }
    return content;
}

std::uint64_t digestOf(const std::vector<std::uint64_t>& content) {
    std::uint64_t digest = 0xCBF29CE484222325U;
    for (const std::uint64_t cell : content) digest = (digest ^ cell) * 0x100000001B3U;
    return digest;
}

bool isCustom(const Attribute& attribute) { return attribute.name.section(u'.', 1).startsWith(u"x_"); }

}  // namespace

void applyChoices(EntityTable& entity, std::vector<bool>& decided, const QStringList& use,
                  const QStringList& hide) {
    decided.resize(entity.attributes.size());
    for (std::size_t i = 0; i < entity.attributes.size(); ++i) {
        Attribute& attribute = entity.attributes[i];
        if (attribute.use == AttributeUse::Key || attribute.use == AttributeUse::Outcome) continue;
        if (hide.contains(attribute.name)) {
            attribute.use = AttributeUse::LeftOut;
            attribute.reason = Words::tr("Hidden on request.");
            attribute.verdict = QStringLiteral("hidden");
        } else if (use.contains(attribute.name)) {
            if (isLeak(attribute)) attribute.caution = attribute.reason;
            attribute.use = AttributeUse::Feature;
            attribute.reason.clear();
            attribute.verdict.clear();
        } else {
            continue;
        }
        decided[i] = true;
    }
}

void leaveOutDuplicates(EntityTable& entity, const std::vector<bool>& decided, const Job& job) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < entity.attributes.size(); ++i)
        if (entity.attributes[i].use == AttributeUse::Feature) order.push_back(i);
    std::stable_partition(order.begin(), order.end(),
                          [&](std::size_t i) { return !isCustom(entity.attributes[i]); });
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> seen;
    for (const std::size_t i : order) {
        if (job.cancelled()) return;
        Attribute& attribute = entity.attributes[i];
        const Column& column = columnOf(entity, attribute);
        if (column.size() - column.missing().count() < smallest) continue;
        const std::vector<std::uint64_t> content = contentOf(column);
        if (content.empty()) continue;
        std::vector<std::size_t>& alike = seen[digestOf(content)];
        const auto twin = std::find_if(alike.begin(), alike.end(), [&](std::size_t other) {
            const Column& earlier = columnOf(entity, entity.attributes[other]);
            return earlier.isNumeric() == column.isNumeric() && contentOf(earlier) == content;
        });
        if (twin == alike.end()) {
            alike.push_back(i);
        } else if (i >= decided.size() || !decided[i]) {
            attribute.use = AttributeUse::LeftOut;
            attribute.reason =
                Words::tr("It says the same as “%1” in every row.").arg(entity.attributes[*twin].label);
            attribute.verdict = QStringLiteral("duplicate");
        }
    }
}

void giveVerdicts(Dataset& dataset) {
    for (SourceFile& file : dataset.files)
        for (ColumnInfo& column : file.columnInfo) {
            const Attribute* attribute = dataset.find(column.attribute);
            if (attribute == nullptr) continue;
            column.verdict = attribute->verdict;
            if (attribute->use == AttributeUse::Feature) column.verdict = QStringLiteral("useful");
            if (attribute->use == AttributeUse::Key || attribute->use == AttributeUse::Outcome)
                column.verdict = useName(attribute->use);
            if (column.verdict.isEmpty())
                column.verdict = isLeak(*attribute) ? QStringLiteral("leak") : QStringLiteral("description");
            if (attribute->use != AttributeUse::Feature) column.why = attribute->reason;
        }
}

}  // namespace icp
