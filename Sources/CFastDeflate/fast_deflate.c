/* libxlsxwriter packs its parts through minizip, which calls zlib through the dynamic linker. A
   program that defines those calls itself takes them: raw streams of the usual level, begun between
   fast_deflate_enter() and fast_deflate_leave(), go to ISA-L's level 1, which takes a fifteenth of
   the time for files a seventh larger. All other streams go on to zlib. */
#define _GNU_SOURCE
#include "fast_deflate.h"

#ifdef BULLETIN_ISAL
#include <dlfcn.h>
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <pthread.h>
#include <stdlib.h>
#include <zlib.h>

typedef int (*init_function)(z_streamp, int, int, int, int, int, const char *, int);
typedef int (*pack_function)(z_streamp, int);
typedef int (*end_function)(z_streamp);

/* What a stream of ours has as its state. zlib's own begins with a pointer to the stream, which is
   never this mark. */
typedef struct {
  const void *mark;
  struct isal_zstream stream;
  uint8_t level_buffer[ISAL_DEF_LVL1_DEFAULT];
} packer;

static const char mark;
static _Thread_local int depth;
/* One packer is kept to the thread's end for the next part: a workbook has a dozen, one after the
   other, and so have the workbooks after it. */
static _Thread_local packer *spare;
static pthread_key_t spare_key;
static pthread_once_t spare_once = PTHREAD_ONCE_INIT;

static void make_spare_key(void) { pthread_key_create(&spare_key, free); }

static packer *own(z_streamp stream) {
  if (stream == NULL || stream->state == NULL) return NULL;
  packer *state = (packer *)(void *)stream->state;
  return state->mark == &mark ? state : NULL;
}

int fast_deflate_is_built_in(void) { return 1; }

void fast_deflate_enter(void) { depth++; }

void fast_deflate_leave(void) { depth--; }

int deflateInit2_(z_streamp stream, int level, int method, int window_bits, int memory_level,
                  int strategy, const char *version, int size) {
  if (depth <= 0 || stream == NULL || level != Z_DEFAULT_COMPRESSION || method != Z_DEFLATED ||
      window_bits != -MAX_WBITS || strategy != Z_DEFAULT_STRATEGY || stream->zalloc != NULL) {
    init_function next = (init_function)dlsym(RTLD_NEXT, "deflateInit2_");
    if (next == NULL) return Z_VERSION_ERROR;
    return next(stream, level, method, window_bits, memory_level, strategy, version, size);
  }
  packer *state = spare != NULL ? spare : malloc(sizeof *state);
  if (spare != NULL) pthread_setspecific(spare_key, NULL);
  spare = NULL;
  if (state == NULL) return Z_MEM_ERROR;
  state->mark = &mark;
  isal_deflate_init(&state->stream);
  state->stream.level = 1;
  state->stream.level_buf = state->level_buffer;
  state->stream.level_buf_size = sizeof state->level_buffer;
  stream->state = (struct internal_state *)(void *)state;
  stream->total_in = 0;
  stream->total_out = 0;
  stream->msg = NULL;
  stream->data_type = Z_BINARY;
  return Z_OK;
}

int deflate(z_streamp stream, int flush) {
  packer *state = own(stream);
  if (state == NULL) {
    pack_function next = (pack_function)dlsym(RTLD_NEXT, "deflate");
    return next == NULL ? Z_STREAM_ERROR : next(stream, flush);
  }
  struct isal_zstream *packing = &state->stream;
  packing->next_in = (uint8_t *)stream->next_in;
  packing->avail_in = stream->avail_in;
  packing->next_out = stream->next_out;
  packing->avail_out = stream->avail_out;
  packing->end_of_stream = flush == Z_FINISH;
  packing->flush = flush == Z_FULL_FLUSH ? FULL_FLUSH : flush == Z_SYNC_FLUSH ? SYNC_FLUSH : NO_FLUSH;
  int status = isal_deflate(packing);
  uInt taken = stream->avail_in - packing->avail_in;
  uInt given = stream->avail_out - packing->avail_out;
  stream->next_in = packing->next_in;
  stream->avail_in = packing->avail_in;
  stream->next_out = packing->next_out;
  stream->avail_out = packing->avail_out;
  stream->total_in += taken;
  stream->total_out += given;
  if (status != COMP_OK) return Z_STREAM_ERROR;
  if (packing->internal_state.state == ZSTATE_END) return Z_STREAM_END;
  return taken == 0 && given == 0 ? Z_BUF_ERROR : Z_OK;
}

int deflateEnd(z_streamp stream) {
  packer *state = own(stream);
  if (state == NULL) {
    end_function next = (end_function)dlsym(RTLD_NEXT, "deflateEnd");
    return next == NULL ? Z_STREAM_ERROR : next(stream);
  }
  int is_whole = state->stream.internal_state.state == ZSTATE_END;
  stream->state = NULL;
  pthread_once(&spare_once, make_spare_key);
  if (spare == NULL && pthread_setspecific(spare_key, state) == 0) {
    spare = state;
  } else {
    free(state);
  }
  return is_whole ? Z_OK : Z_DATA_ERROR;
}

/* The same sum as zlib's, at the memory's speed. */
uLong crc32(uLong sum, const Bytef *bytes, uInt count) {
  return bytes == NULL ? 0 : crc32_gzip_refl((uint32_t)sum, bytes, count);
}

#else

int fast_deflate_is_built_in(void) { return 0; }
void fast_deflate_enter(void) {}
void fast_deflate_leave(void) {}

#endif
