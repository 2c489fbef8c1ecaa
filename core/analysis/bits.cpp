#include "core/analysis/bits.h"

#include <bit>

#if defined(__x86_64__) && defined(__GNUC__)
#define ICP_X86 1
#include <immintrin.h>
#endif

namespace icp {

namespace {

std::uint64_t countPortable(const BitBlock* a, const BitBlock* b, std::size_t blocks) {
    std::uint64_t n = 0;
    for (std::size_t i = 0; i < blocks; ++i)
        for (std::size_t w = 0; w < 8; ++w) n += std::uint64_t(std::popcount(a[i].words[w] & b[i].words[w]));
    return n;
}

#ifdef ICP_X86

__attribute__((target("popcnt"))) std::uint64_t countPopcnt(const BitBlock* a, const BitBlock* b,
                                                            std::size_t blocks) {
    std::uint64_t n[4] = {};
    for (std::size_t i = 0; i < blocks; ++i)
        for (std::size_t w = 0; w < 8; ++w)
            n[w % 4] += std::uint64_t(__builtin_popcountll(a[i].words[w] & b[i].words[w]));
    return n[0] + n[1] + n[2] + n[3];
}

/// Bits of every byte by two look-ups of four bits each (Mula, Kurz, Lemire 2018).
__attribute__((target("avx2"))) std::uint64_t countAvx2(const BitBlock* a, const BitBlock* b,
                                                        std::size_t blocks) {
    const __m256i bitsOf = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2,
                                            2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
    const __m256i low = _mm256_set1_epi8(0x0f);
    __m256i sum = _mm256_setzero_si256();
    for (std::size_t i = 0; i < blocks; ++i) {
        __m256i bytes = _mm256_setzero_si256();
        for (std::size_t half = 0; half < 2; ++half) {
            const __m256i v =
                _mm256_and_si256(_mm256_load_si256(reinterpret_cast<const __m256i*>(a[i].words + 4 * half)),
                                 _mm256_load_si256(reinterpret_cast<const __m256i*>(b[i].words + 4 * half)));
            const __m256i lower = _mm256_shuffle_epi8(bitsOf, _mm256_and_si256(v, low));
            const __m256i upper = _mm256_shuffle_epi8(bitsOf, _mm256_and_si256(_mm256_srli_epi16(v, 4), low));
            bytes = _mm256_add_epi8(bytes, _mm256_add_epi8(lower, upper));
        }
        sum = _mm256_add_epi64(sum, _mm256_sad_epu8(bytes, _mm256_setzero_si256()));
    }
    alignas(32) std::uint64_t lanes[4];
    _mm256_store_si256(reinterpret_cast<__m256i*>(lanes), sum);
    return lanes[0] + lanes[1] + lanes[2] + lanes[3];
}

__attribute__((target("avx512f,avx512vpopcntdq"))) std::uint64_t countAvx512(const BitBlock* a,
                                                                             const BitBlock* b,
                                                                             std::size_t blocks) {
    __m512i even = _mm512_setzero_si512();
    __m512i odd = _mm512_setzero_si512();
    std::size_t i = 0;
    for (; i + 2 <= blocks; i += 2) {
        even = _mm512_add_epi64(
            even, _mm512_popcnt_epi64(_mm512_and_si512(_mm512_load_si512(a + i), _mm512_load_si512(b + i))));
        odd = _mm512_add_epi64(odd, _mm512_popcnt_epi64(_mm512_and_si512(_mm512_load_si512(a + i + 1),
                                                                         _mm512_load_si512(b + i + 1))));
    }
    if (i < blocks)
        even = _mm512_add_epi64(
            even, _mm512_popcnt_epi64(_mm512_and_si512(_mm512_load_si512(a + i), _mm512_load_si512(b + i))));
    alignas(64) std::uint64_t lanes[8];
    _mm512_store_si512(lanes, _mm512_add_epi64(even, odd));
    std::uint64_t n = 0;
    for (const std::uint64_t lane : lanes) n += lane;
    return n;
}

#endif

}  // namespace

std::vector<BitKernel> bitKernels() {
    std::vector<BitKernel> kernels{{"portable", countPortable}};
#ifdef ICP_X86
    __builtin_cpu_init();
    if (__builtin_cpu_supports("popcnt")) kernels.push_back({"popcnt", countPopcnt});
    if (__builtin_cpu_supports("avx2")) kernels.push_back({"avx2", countAvx2});
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vpopcntdq"))
        kernels.push_back({"avx512", countAvx512});
#endif
    return kernels;
}

const BitKernel& bestBitKernel() {
    static const BitKernel best = bitKernels().back();
    return best;
}

}  // namespace icp
