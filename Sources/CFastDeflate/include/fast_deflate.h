#ifndef FAST_DEFLATE_H
#define FAST_DEFLATE_H

/* Whether ISA-L's deflate is built in; without it the other functions do nothing. */
int fast_deflate_is_built_in(void);

/* From now on, streams that this thread begins as the ZIP writer does are packed by ISA-L. */
void fast_deflate_enter(void);

/* Ends what fast_deflate_enter() began; streams that are open stay with ISA-L to their end. */
void fast_deflate_leave(void);

#endif
