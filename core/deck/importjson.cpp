#include "core/base/names.h"
#include "core/deck/jsontext.h"
#include "core/deck/linksjson.h"
#include "core/deck/newsjson.h"
#include "core/deck/writers.h"

namespace icp {

namespace {

constexpr int schema = 1;
constexpr Names<Severity, 3> severities{{"note", "warning", "rejected"}};

void writeColumn(JsonText& json, const ColumnInfo& column, const Dataset& dataset) {
    json.member("header", column.header).member("attribute", column.attribute);
    json.member("type", typeName(column.type)).member("evidence", column.evidence);
    json.member("mapped", column.mapped).member("missing", column.missing);
    if (!column.verdict.isEmpty()) json.member("verdict", column.verdict);
    if (!column.why.isEmpty()) json.member("why", column.why);
    if (column.valid >= 0) json.member("valid", column.valid).member("stale", column.valid < staleBelow);
    if (const Attribute* attribute = dataset.find(column.attribute)) {
        json.member("class", className(attribute->cls)).member("use", useName(attribute->use));
        if (!attribute->reason.isEmpty()) json.member("reason", attribute->reason);
        if (!attribute->caution.isEmpty()) json.member("caution", attribute->caution);
    }
}

void writeFile(JsonText& json, const SourceFile& file, const FileRequest* asked, const Dataset& dataset) {
    json.member("name", file.name).member("role", entityName(file.role)).member("roleSure", file.roleSure);
    json.member("vendor", file.vendor).member("vendorSure", file.vendorSure);
    if (!file.signature.isEmpty()) json.member("signature", file.signature);
    if (file.remembered.isValid()) json.member("remembered", file.remembered.toString(Qt::ISODate));
    if (file.asOf.isValid()) json.member("asOf", file.asOf.toString(Qt::ISODate));
    if (file.valid >= 0) json.member("valid", file.valid).member("staleRows", file.stale);
    json.member("format", file.format).member("sheet", file.sheet);
    json.member("encoding", file.encoding)
        .member("delimiter", file.delimiter)
        .member("decimal", file.decimal);
    json.member("rows", file.rows).member("rejected", file.rejected);
    if (asked != nullptr && !asked->fixed.empty()) json.member("mended", asked->fixed.size());
    json.member("columns", file.columns).member("columnsUsed", file.columnsUsed);
    json.key("columnInfo").array([&] {
        for (const ColumnInfo& column : file.columnInfo)
            json.object([&] { writeColumn(json, column, dataset); });
    });
}

void writeUnlinked(JsonText& json, const Dataset& dataset) {
    for (const Entity entity : {Entity::Deal, Entity::Contact, Entity::Usage}) {
        const Links& links = dataset.of(entity).links;
        json.key(qPrintable(entityName(entity))).object([&] {
            json.member("nameless", links.nameless);
            json.key("texts").array([&] {
                for (const Unlinked& text : links.unlinked)
                    json.object([&] {
                        json.member("text", text.text).member("column", text.column);
                        json.member("rows", text.rows).member("accounts", text.accounts);
                    });
            });
        });
    }
}

void writeWord(JsonText& json, const OutcomeWord& word) {
    constexpr Names<DealState, 3> states{{"open", "won", "lost"}};
    json.member("attribute", word.attribute).member("text", word.text).member("deals", word.deals);
    json.member("state", states.of(word.state)).member("known", word.known).member("decided", word.decided);
}

void writeIssue(JsonText& json, const Issue& issue) {
    json.member("severity", severities.of(issue.severity))
        .member("code", issue.code)
        .member("file", issue.file);
    json.member("row", issue.row)
        .member("column", issue.column)
        .member("text", issue.text)
        .member("reason", issue.reason);
}

}  // namespace

void writeLinks(JsonText& json, const Dataset& dataset) {
    for (const Entity entity : {Entity::Deal, Entity::Contact, Entity::Usage}) {
        const Links& links = dataset.of(entity).links;
        json.key(qPrintable(entityName(entity))).object([&] {
            json.member("matched", links.matched()).member("unmatched", links.unmatched());
            json.key("by").object([&] {
                json.member("id", links.byId).member("domain", links.byDomain);
                json.member("email", links.byEmail).member("name", links.byName);
                json.member("choice", links.byChoice);
            });
        });
    }
}

QByteArray importJson(const Dataset& dataset) { return importJson(dataset, {}); }

QByteArray importJson(const Dataset& dataset, const ImportNews& news) {
    JsonText json;
    json.object([&] {
        json.member("schema", schema);
        if (dataset.asOf.isValid())
            json.member("asOf", dataset.asOf.toString(Qt::ISODate));
        else
            json.key("asOf").null();
        json.member("fingerprint", dataset.fingerprint);
        for (const Entity entity : entities)
            json.key(qPrintable(entityName(entity))).value(dataset.of(entity).rows());
        json.key("files").array([&] {
            for (std::size_t i = 0; i < dataset.files.size(); ++i) {
                const FileRequest* asked =
                    i < dataset.choices.files.size() ? &dataset.choices.files[i] : nullptr;
                json.object([&] { writeFile(json, dataset.files[i], asked, dataset); });
            }
        });
        json.key("links").object([&] { writeLinks(json, dataset); });
        json.key("unlinked").object([&] { writeUnlinked(json, dataset); });
        json.key("outcomeWords").array([&] {
            for (const OutcomeWord& word : dataset.outcomeWords) json.object([&] { writeWord(json, word); });
        });
        json.member("rejected", dataset.rejected.size());
        writeMerged(json, dataset);
        writeNews(json, dataset, news);
        json.key("issues").array([&] {
            for (const Issue& issue : dataset.issues) json.object([&] { writeIssue(json, issue); });
        });
    });
    return json.take();
}

}  // namespace icp
