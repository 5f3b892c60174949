#ifndef FAST_PARTS_H
#define FAST_PARTS_H

#include <stddef.h>

/* From now on, numbers and texts that libxlsxwriter prints on this thread are put into words without
   C's printf; with in_memory, its temporary files are pieces of memory. */
void fast_parts_enter(int in_memory);

/* Ends what fast_parts_enter() began with the same argument; 1 where there was too little memory for
   a part, which the library does not notice. */
int fast_parts_leave(int in_memory);

/* Writes a number as printf's %.16G does, at most 24 characters without an end mark, and returns how
   many; 0 for a number that is left to printf. */
size_t fast_parts_number(char *out, double number);

#endif
