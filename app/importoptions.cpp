#include "app/importoptions.h"

#include "core/import/choices.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace icp {

namespace {

struct ImportOptions {
    Q_DECLARE_TR_FUNCTIONS(icp::ImportOptions)
};

/// The files that a word names: by path or bare name, and by one of its sheets as FILE=SHEET.
std::vector<FileRequest*> named(ImportRequest& request, const QString& word) {
    std::vector<FileRequest*> all;
    std::vector<FileRequest*> sheets;
    for (FileRequest& file : request.files)
        for (const QString& name : {file.path, QFileInfo(file.path).fileName()}) {
            if (word == name && (all.empty() || all.back() != &file)) all.push_back(&file);
            if (!file.sheet.isEmpty() && word.compare(name + u'=' + file.sheet, Qt::CaseInsensitive) == 0 &&
                (sheets.empty() || sheets.back() != &file))
                sheets.push_back(&file);
        }
    return all.empty() ? sheets : all;
}

FileRequest* find(ImportRequest& request, const QString& word) {
    const std::vector<FileRequest*> files = named(request, word);
    return files.empty() ? nullptr : files.front();
}

/// What a word says of one file, or of one of its sheets, must tell which when several are read.
Result<void> checkOne(ImportRequest& request, const QString& word) {
    const std::vector<FileRequest*> files = named(request, word);
    if (files.size() < 2 || files.front()->sheet.isEmpty()) return {};
    return fail(ErrorCode::Usage, ImportOptions::tr("%1 is read with several sheets; name the one that is "
                                                    "meant as FILE=SHEET, such as “%1=%2”.")
                                      .arg(word, files.front()->sheet));
}

/// "FILE:COLUMN=VALUE" taken apart. Names of files and columns may hold colons, columns equals signs.
struct AboutColumn {
    FileRequest* file = nullptr;  ///< nullptr when the word is nothing of the kind
    QString column;
    QString value;
};

Result<AboutColumn> aboutColumn(ImportRequest& request, const QString& word) {
    for (qsizetype colon = word.indexOf(u':'); colon >= 0; colon = word.indexOf(u':', colon + 1)) {
        FileRequest* file = find(request, word.left(colon));
        const qsizetype equals = word.lastIndexOf(u'=');
        if (file == nullptr || equals <= colon + 1) continue;
        if (const auto one = checkOne(request, word.left(colon)); !one) return fail(one.error());
        return AboutColumn{file, word.mid(colon + 1, equals - colon - 1), word.mid(equals + 1)};
    }
    return AboutColumn{};
}

Result<void> addAsDetected(ImportRequest& request, const QStringList& words) {
    for (const QString& word : words) {
        if (word == u"words") {
            request.outcomeAsDetected = true;
            continue;
        }
        const Result<AboutColumn> about = aboutColumn(request, word + u'=');
        if (!about) return fail(about.error());
        if (about->file == nullptr)
            return fail(ErrorCode::Usage, ImportOptions::tr("--as-detected takes FILE:COLUMN with one of the "
                                                            "files given, or words; “%1” is not that.")
                                              .arg(word));
        about->file->asDetected << about->column;
    }
    return {};
}

/// "ROLE=FILE" or "ROLE=FILE=SHEET".
struct RoleWord {
    Entity role;
    QString file;
};

Result<std::vector<RoleWord>> roleWords(const QStringList& words) {
    std::vector<RoleWord> roles;
    for (const QString& word : words) {
        const std::optional<Entity> role = entityFromName(word.section(u'=', 0, 0));
        const QString file = word.section(u'=', 1);
        if (!role || file.isEmpty())
            return fail(ErrorCode::Usage,
                        ImportOptions::tr("--role takes accounts=FILE, deals=FILE, contacts=FILE or "
                                          "usage=FILE, or FILE=SHEET in the place of FILE."));
        roles.push_back({*role, file});
    }
    return roles;
}

/// Files that only --role names are read, too.
void addNamed(ImportRequest& request, const std::vector<RoleWord>& roles) {
    for (const RoleWord& word : roles)
        if (find(request, word.file) == nullptr && (!word.file.contains(u'=') || QFile::exists(word.file)))
            request.files.push_back({word.file});
}

/// The sheet that `word` names as FILE=SHEET: of a file that is given, or of one that is there.
FileRequest* sheetNamed(ImportRequest& request, const QString& word) {
    for (qsizetype equals = word.indexOf(u'='); equals >= 0; equals = word.indexOf(u'=', equals + 1)) {
        const QString path = word.left(equals);
        const QString sheet = word.mid(equals + 1);
        FileRequest* file = find(request, path);
        if (sheet.isEmpty() || (file == nullptr && !QFile::exists(path))) continue;
        if (file == nullptr || !file->sheet.isEmpty())
            file = &request.files.emplace_back(FileRequest{file == nullptr ? path : file->path});
        file->sheet = sheet;
        return file;
    }
    return nullptr;
}

Result<void> setRoles(ImportRequest& request, const std::vector<RoleWord>& roles) {
    for (const RoleWord& word : roles) {
        if (const auto one = checkOne(request, word.file); !one) return one;
        FileRequest* file = find(request, word.file);
        if (file == nullptr) file = sheetNamed(request, word.file);
        if (file == nullptr) file = &request.files.emplace_back(FileRequest{word.file});
        file->role = word.role;
    }
    return {};
}

/// A file named with several sheets is read once for each.
Result<void> addSheets(ImportRequest& request, const QStringList& words) {
    for (const QString& word : words)
        if (sheetNamed(request, word) == nullptr)
            return fail(ErrorCode::Usage,
                        ImportOptions::tr("--sheet takes FILE=SHEET with one of the files given and the name "
                                          "or number of a sheet in it; “%1” is not that.")
                            .arg(word));
    return {};
}

Result<void> addMappings(ImportRequest& request, const QStringList& words) {
    for (const QString& word : words) {
        const Result<AboutColumn> about = aboutColumn(request, word);
        if (!about) return fail(about.error());
        if (about->file == nullptr || about->value.isEmpty())
            return fail(
                ErrorCode::Usage,
                ImportOptions::tr(
                    "--map takes FILE:COLUMN=ATTRIBUTE with one of the files given; “%1” is not that.")
                    .arg(word));
        about->file->mapping.insert(about->column, about->value);
    }
    return {};
}

/// False when `how` is no way to read a column.
bool addWish(ColumnWish& wish, const QString& how) {
    if (how == u"decimal-comma" || how == u"decimal-point") {
        wish.decimal = how == u"decimal-comma" ? ',' : '.';
    } else if (how == u"day-first" || how == u"month-first") {
        wish.dayFirst = how == u"day-first";
    } else if (typeName(typeFromName(how)) == how) {
        wish.type = typeFromName(how);
    } else {
        return false;
    }
    return true;
}

Result<void> addWishes(ImportRequest& request, const Options& options) {
    for (const QString& word : options.values(QStringLiteral("type"))) {
        const Result<AboutColumn> about = aboutColumn(request, word);
        if (!about) return fail(about.error());
        if (about->file == nullptr || !addWish(about->file->columns[about->column], about->value))
            return fail(
                ErrorCode::Usage,
                ImportOptions::tr("--type takes FILE:COLUMN=TYPE with one of the files given and text, "
                                  "category, number, money, percent, date, boolean, multi, "
                                  "decimal-comma, decimal-point, day-first or month-first; “%1” is "
                                  "not that.")
                    .arg(word));
    }
    for (const QString& word : options.values(QStringLiteral("missing"))) {
        const Result<AboutColumn> about = aboutColumn(request, word);
        if (!about) return fail(about.error());
        if (about->file == nullptr || about->value.isEmpty())
            return fail(ErrorCode::Usage,
                        ImportOptions::tr(
                            "--missing takes FILE:COLUMN=TEXT with one of the files given; “%1” is not that.")
                            .arg(word));
        about->file->columns[about->column].missing << about->value;
    }
    return {};
}

}  // namespace

std::vector<Option> withImportOptions(std::vector<Option> own) {
    const std::vector<Option> shared{
        {"role", "ROLE=FILE",
         QT_TRANSLATE_NOOP(
             "icp::Help",
             "what a file holds: accounts, deals, contacts or usage; FILE=SHEET for one sheet of "
             "several; may be repeated")},
        {"sheet", "FILE=SHEET",
         QT_TRANSLATE_NOOP("icp::Help",
                           "which sheet of a workbook, table of a database or file in an archive, by its "
                           "name or number; repeated for the same file, each of them is read")},
        {"map", "FILE:COLUMN=ATTRIBUTE",
         QT_TRANSLATE_NOOP(
             "icp::Help",
             "what a column means, “ignore” leaves it out; FILE=SHEET:COLUMN of one sheet of several, "
             "here and below; may be repeated")},
        {"type", "FILE:COLUMN=TYPE",
         QT_TRANSLATE_NOOP("icp::Help",
                           "how a column is read: text, category, number, money, percent, date, boolean, "
                           "multi, decimal-comma, decimal-point, day-first, month-first; may be repeated")},
        {"missing", "FILE:COLUMN=TEXT",
         QT_TRANSLATE_NOOP("icp::Help", "a text that says there is no value; may be repeated")},
        {"as-detected", "FILE:COLUMN",
         QT_TRANSLATE_NOOP("icp::Help",
                           "a column about which nothing holds that was decided earlier, or “words”: the "
                           "same of the words for won and lost; may be repeated")},
        {"won", "TEXT",
         QT_TRANSLATE_NOOP("icp::Help",
                           "a stage or status that means won; may be repeated. What neither --won "
                           "nor --lost names is open")},
        {"lost", "TEXT", QT_TRANSLATE_NOOP("icp::Help", "the same for lost")},
        {"use", "ATTRIBUTE",
         QT_TRANSLATE_NOOP("icp::Help", "analyse what was set aside, such as a leak; may be repeated")},
        {"hide", "ATTRIBUTE", QT_TRANSLATE_NOOP("icp::Help", "leave an attribute out; may be repeated")},
        {"strict", "", QT_TRANSLATE_NOOP("icp::Help", "end with exit code 1 when rows were set aside")}};
    own.insert(own.end(), shared.begin(), shared.end());
    return own;
}

Result<ImportRequest> importRequest(const Options& options) {
    ImportRequest request;
    for (const QString& path : options.files()) request.files.push_back({path});
    const Result<std::vector<RoleWord>> roles = roleWords(options.values(QStringLiteral("role")));
    if (!roles) return fail(roles.error());
    addNamed(request, *roles);
    if (const auto added = addSheets(request, options.values(QStringLiteral("sheet"))); !added)
        return fail(added.error());
    if (const auto set = setRoles(request, *roles); !set) return fail(set.error());
    if (const auto added = addMappings(request, options.values(QStringLiteral("map"))); !added)
        return fail(added.error());
    if (const auto added = addWishes(request, options); !added) return fail(added.error());
    if (const auto added = addAsDetected(request, options.values(QStringLiteral("as-detected"))); !added)
        return fail(added.error());
    if (options.has(QStringLiteral("won")) || options.has(QStringLiteral("lost")))
        request.outcome =
            OutcomeWords{options.values(QStringLiteral("won")), options.values(QStringLiteral("lost"))};
    request.use = options.values(QStringLiteral("use"));
    request.hide = options.values(QStringLiteral("hide"));
    if (request.files.empty())
        return fail(ErrorCode::Usage, ImportOptions::tr("Name at least one file to import."));
    if (const auto checked = checkChoices(request); !checked) return fail(checked.error());
    return request;
}

}  // namespace icp
