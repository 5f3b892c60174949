/* The plain functions of SHA-256: those of EVP look up and set up a provider first, which takes ten
   times as long as hashing a report's files. The number declares them as they always were. */
#define OPENSSL_API_COMPAT 0x10100000L
#include <openssl/sha.h>
