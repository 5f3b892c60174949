/* libxlsxwriter writes each part of a workbook into a temporary file and reads it back. It calls its
   own lxw_tmpfile() and C's printf functions through the dynamic linker, so a program that defines
   them itself takes the calls: between fast_parts_enter() and fast_parts_leave() the few conversions
   that the library prints with are done here, and a temporary file is a piece of memory where that
   was asked for. All other calls go on to where they would have gone; a library that does not call
   these functions by their names is only slower. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <math.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fast_parts.h"

#if defined(__GLIBC__)

static _Thread_local int depth;
static _Thread_local int memory_depth;
static _Thread_local int is_short;

/* A temporary file in memory, with the buffer of its stream. */
typedef struct {
  char *bytes;
  size_t length;
  size_t room;
  size_t place;
  char buffer[1 << 15];
} part;

/* Memory that is kept for the thread's next part; more than this is given back. */
enum { most_kept = 1 << 20 };
static _Thread_local part *spare;
static pthread_key_t spare_key;
static pthread_once_t spare_once = PTHREAD_ONCE_INIT;

static void free_part(void *kept) {
  part *own = kept;
  if (own != NULL) free(own->bytes);
  free(own);
}

static void make_spare_key(void) { pthread_key_create(&spare_key, free_part); }

static ssize_t write_part(void *cookie, const char *bytes, size_t count) {
  part *own = cookie;
  if (count > own->room - own->place) {
    size_t room = own->room < 4096 ? 8192 : own->room * 2;
    while (room < own->place + count) room *= 2;
    char *grown = realloc(own->bytes, room);
    if (grown == NULL) {
      is_short = 1;
      errno = ENOSPC;
      return 0;
    }
    own->bytes = grown;
    own->room = room;
  }
  memcpy(own->bytes + own->place, bytes, count);
  own->place += count;
  if (own->place > own->length) own->length = own->place;
  return (ssize_t)count;
}

static ssize_t read_part(void *cookie, char *bytes, size_t count) {
  part *own = cookie;
  size_t left = own->place < own->length ? own->length - own->place : 0;
  if (count > left) count = left;
  if (count > 0) memcpy(bytes, own->bytes + own->place, count);
  own->place += count;
  return (ssize_t)count;
}

static int seek_part(void *cookie, off64_t *offset, int whence) {
  part *own = cookie;
  off64_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? (off64_t)own->place : (off64_t)own->length;
  off64_t place = from + *offset;
  if (place < 0 || place > (off64_t)own->length) return -1;
  own->place = (size_t)place;
  *offset = place;
  return 0;
}

static int close_part(void *cookie) {
  part *own = cookie;
  pthread_once(&spare_once, make_spare_key);
  if (spare == NULL && own->room <= most_kept && pthread_setspecific(spare_key, own) == 0) {
    spare = own;
  } else {
    free_part(own);
  }
  return 0;
}

static FILE *open_part(void) {
  part *own = spare != NULL ? spare : calloc(1, sizeof *own);
  if (own == NULL) return NULL;
  if (spare != NULL) pthread_setspecific(spare_key, NULL);
  spare = NULL;
  own->length = own->place = 0;
  cookie_io_functions_t calls = {read_part, write_part, seek_part, close_part};
  FILE *file = fopencookie(own, "w+", calls);
  if (file == NULL) {
    free_part(own);
    return NULL;
  }
  setvbuf(file, own->buffer, _IOFBF, sizeof own->buffer);
  return file;
}

void fast_parts_enter(int in_memory) {
  depth++;
  if (in_memory && memory_depth++ == 0) is_short = 0;
}

int fast_parts_leave(int in_memory) {
  depth--;
  if (in_memory) memory_depth--;
  return in_memory && is_short;
}

FILE *lxw_tmpfile(char *folder) {
  if (memory_depth > 0) return open_part();
  FILE *(*next)(char *) = (FILE * (*)(char *)) dlsym(RTLD_NEXT, "lxw_tmpfile");
  return next == NULL ? NULL : next(folder);
}

static char *put_unsigned(char *end, uint64_t value) {
  do {
    *--end = (char)('0' + value % 10);
    value /= 10;
  } while (value != 0);
  return end;
}

static const uint64_t powers[] = {1ull,
                                  10ull,
                                  100ull,
                                  1000ull,
                                  10000ull,
                                  100000ull,
                                  1000000ull,
                                  10000000ull,
                                  100000000ull,
                                  1000000000ull,
                                  10000000000ull,
                                  100000000000ull,
                                  1000000000000ull,
                                  10000000000000ull,
                                  100000000000000ull,
                                  1000000000000000ull,
                                  10000000000000000ull,
                                  100000000000000000ull,
                                  1000000000000000000ull,
                                  10000000000000000000ull};

/* A number between 0.001 and 10^15 that is no whole one as %.16G prints it: the mantissa times a
   power of ten fits into 128 bits, so that the sixteen digits are rounded exactly. */
static size_t put_fraction(char *out, double number) {
  double size = fabs(number);
  uint64_t bits;
  memcpy(&bits, &size, sizeof bits);
  uint64_t mantissa = (bits & ((1ull << 52) - 1)) | (1ull << 52);
  int shift = 1075 - (int)(bits >> 52);
  int digits = 0; /* before the point; below 0 for what begins with 0.0 */
  if (size >= 1) {
    while (digits < 15 && size >= (double)powers[digits]) digits++;
  } else {
    while (size * (double)powers[1 - digits] < 1) digits--;
  }
  uint64_t value;
  for (;; digits--) {
    unsigned __int128 product = (unsigned __int128)mantissa * powers[16 - digits];
    value = (uint64_t)(product >> shift);
    unsigned __int128 rest = product - ((unsigned __int128)value << shift);
    unsigned __int128 half = (unsigned __int128)1 << (shift - 1);
    if (rest > half || (rest == half && (value & 1))) value++;
    /* The product of doubles above may have been rounded up to the next power. */
    if (value >= powers[15]) break;
  }
  if (value >= powers[16]) {
    value /= 10;
    digits++;
  }
  char text[20];
  put_unsigned(text + 16, value);
  int count = 16;
  while (count > 0 && text[count - 1] == '0') count--;
  char *place = out;
  if (number < 0) *place++ = '-';
  if (digits <= 0) {
    *place++ = '0';
    *place++ = '.';
    for (int zero = digits; zero < 0; zero++) *place++ = '0';
    memcpy(place, text, (size_t)count);
    place += count;
  } else {
    int before = digits < count ? digits : count;
    memcpy(place, text, (size_t)before);
    place += before;
    for (int zero = count; zero < digits; zero++) *place++ = '0';
    if (count > digits) {
      *place++ = '.';
      memcpy(place, text + digits, (size_t)(count - digits));
      place += count - digits;
    }
  }
  return (size_t)(place - out);
}

size_t fast_parts_number(char *out, double number) {
  double size = fabs(number);
  if (size < 1e15 && size == (double)(int64_t)size && (number != 0 || !signbit(number))) {
    char text[24];
    char *start = put_unsigned(text + sizeof text, (uint64_t)size);
    size_t count = (size_t)(text + sizeof text - start);
    if (number < 0) *out++ = '-';
    memcpy(out, start, count);
    return count + (number < 0);
  }
  if (size >= 0.001 && size < 1e15) return put_fraction(out, number);
  return 0;
}

/* Where printed characters go: the room that is left in a stream's buffer, or memory of a certain
   size, of which only the length is counted once it is full. */
typedef struct {
  char *out;
  char *end;
  size_t count; /* of what went before out's beginning, or past the end */
  char *start;
  FILE *file;
} sink;

/* Takes what room is left in the stream's buffer: printing there saves a call for each piece. A
   stream that has not been written to yet has none; its first piece goes the usual way. */
static void begin(sink *to) {
  to->start = to->out = to->file->_IO_write_ptr;
  to->end = to->file->_IO_write_end;
  if (to->end < to->out) to->end = to->out;
}

static void commit(sink *to) {
  to->count += (size_t)(to->out - to->start);
  to->file->_IO_write_ptr = to->out;
}

static void put(sink *to, const char *bytes, size_t count) {
  if (count == 0) return;
  if ((size_t)(to->end - to->out) >= count) {
    memcpy(to->out, bytes, count);
    to->out += count;
    return;
  }
  if (to->file != NULL) {
    commit(to);
    fwrite_unlocked(bytes, 1, count, to->file);
    to->count += count;
    begin(to);
    return;
  }
  size_t left = (size_t)(to->end - to->out);
  if (left > 0) memcpy(to->out, bytes, left);
  to->out += left;
  to->count += count - left;
}

/* Whether a format has no conversion but %s, %d, %u and %.16G. */
static int is_plain(const char *format) {
  for (; *format != 0; format++) {
    if (*format != '%') continue;
    format++;
    if (*format == 's' || *format == 'd' || *format == 'u') continue;
    if (strncmp(format, ".16G", 4) != 0) return 0;
    format += 3;
  }
  return 1;
}

static void print_number(sink *to, double number) {
  char text[40];
  size_t count = fast_parts_number(text, number);
  if (count == 0) {
    char *longer = NULL;
    int length = asprintf(&longer, "%.16G", number);
    if (length > 0) put(to, longer, (size_t)length);
    free(longer);
    return;
  }
  put(to, text, count);
}

static void print_text(sink *to, const char *text) {
  if (text == NULL) text = "(null)";
  /* Most texts are short. */
  char *out = to->out;
  char *end = to->end - to->out > 24 ? to->out + 24 : to->end;
  while (out < end && *text != 0) *out++ = *text++;
  to->out = out;
  put(to, text, strlen(text));
}

static void print(sink *to, const char *format, va_list list) {
  for (;;) {
    const char *end = format;
    while (*end != 0 && *end != '%') end++;
    if (end != format) put(to, format, (size_t)(end - format));
    if (*end == 0) return;
    format = end + 2;
    switch (end[1]) {
    case 's': print_text(to, va_arg(list, const char *)); break;
    case 'd': {
      int value = va_arg(list, int);
      char text[16];
      char *start = put_unsigned(text + sizeof text, value < 0 ? -(uint64_t)value : (uint64_t)value);
      if (value < 0) *--start = '-';
      put(to, start, (size_t)(text + sizeof text - start));
      break;
    }
    case 'u': {
      char text[16];
      char *start = put_unsigned(text + sizeof text, va_arg(list, unsigned));
      put(to, start, (size_t)(text + sizeof text - start));
      break;
    }
    default:
      print_number(to, va_arg(list, double));
      format += 3;
    }
  }
}

int __fprintf_chk(FILE *file, int flag, const char *format, ...) {
  (void)flag;
  va_list list;
  va_start(list, format);
  int count;
  if (depth > 0 && is_plain(format)) {
    sink to = {NULL, NULL, 0, NULL, file};
    begin(&to);
    print(&to, format, list);
    commit(&to);
    count = ferror_unlocked(file) ? -1 : (int)to.count;
  } else {
    count = vfprintf(file, format, list);
  }
  va_end(list);
  return count;
}

int snprintf(char *out, size_t room, const char *format, ...) {
  va_list list;
  va_start(list, format);
  int count;
  if (depth > 0 && is_plain(format)) {
    sink to = {out, room > 0 ? out + room - 1 : out, 0, out, NULL};
    print(&to, format, list);
    if (room > 0) *to.out = 0;
    count = (int)(to.count + (size_t)(to.out - out));
  } else {
    count = vsnprintf(out, room, format, list);
  }
  va_end(list);
  return count;
}

#else

void fast_parts_enter(int in_memory) { (void)in_memory; }
int fast_parts_leave(int in_memory) {
  (void)in_memory;
  return 0;
}
size_t fast_parts_number(char *out, double number) {
  (void)out;
  (void)number;
  return 0;
}

#endif
