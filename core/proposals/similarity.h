#pragma once

#include "core/base/job.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace icp {

/// Similarity of two words, 0 to 1: Jaro's share of common letters in nearly the same place, raised for a
/// common beginning of up to four letters (Winkler 1990, prefix weight 0.1).
double jaroWinkler(QStringView a, QStringView b);

/// The names of companies, for finding one by a name that is written differently. Words count by how rare
/// they are among the names (inverse document frequency), and two words are alike by Jaro-Winkler: SoftTFIDF
/// (Cohen, Ravikumar and Fienberg 2003, "A comparison of string distance metrics for name-matching tasks").
/// Stricter than theirs: only words of four letters and more, a slip of the pen apart (isWordSlip(); two
/// edits from ten letters on) and with the same digits, can be alike without being equal.
class NameIndex {
public:
    /// The name of row i is names[i]; empty ones are never found. Of no use when the job is cancelled
    /// meanwhile.
    explicit NameIndex(const QStringList& names, const Job& job = {});

    struct Hit {
        std::uint32_t row = 0;
        double score = 0;  ///< 0 to 1; 1 = the same words
    };
    /// The most similar names, best first, then in the order of rows; at most `most`, of at most 64 that
    /// share the rarest words and groups of three letters. Safe from many threads.
    std::vector<Hit> find(const QString& name, std::size_t most) const;

    double similarity(std::uint32_t a, std::uint32_t b) const;

private:
    struct Word {
        QString text;
        double weight = 0;
    };
    struct Name {
        std::vector<Word> words;  // weights squared add up to 1
        QString letters;          // without spaces
        QString digits;
    };
    Name nameOf(const QString& text) const;
    static double similarity(const Name& a, const Name& b);
    std::vector<std::uint32_t> candidates(const Name& name) const;

    double m_count = 0;
    std::unordered_map<QString, std::uint32_t> m_frequency;                  // word -> names that hold it
    std::unordered_map<QString, std::vector<std::uint32_t>> m_byWord;        // rows, up to a limit
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> m_byGram;  // three letters -> rows
    std::vector<Name> m_names;
};

}  // namespace icp
