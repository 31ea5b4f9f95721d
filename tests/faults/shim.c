/* Stands between a process and its disk: records every change below GLOSA_SHIM_FOLDER in the file
   GLOSA_SHIM_LOG, and fails the n-th call of the kinds asked for. Loaded with LD_PRELOAD. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { WRITE = 1, SYNC = 2, TRUNCATE = 4, RENAME = 8, UNLINK = 16, CREATE = 32, READ = 64 };

struct __attribute__((packed)) head {
    uint8_t kind;
    uint32_t path_length;
    int64_t offset;
    uint32_t data_length;
};

static char folder[PATH_MAX];
static size_t folder_length;
static int log_fd = -1;
static volatile int countdown = 0, error_number = 0, sticky = 0, kinds = 0, failed = 0;

__attribute__((constructor)) static void begin(void) {
    const char *where = getenv("GLOSA_SHIM_FOLDER"), *log = getenv("GLOSA_SHIM_LOG");
    if (where && realpath(where, folder)) folder_length = strlen(folder);
    if (log) log_fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* Fail the n-th call from now on (1: the next) of these kinds; sticky: all after it too. */
void glosa_arm(int n, int error, int stays, int of_kinds) {
    countdown = n; error_number = error; sticky = stays; kinds = of_kinds; failed = 0;
}

/* Stop failing; return how many calls failed. */
int glosa_disarm(void) { kinds = 0; return failed; }

static int ours(const char *path) {
    return folder_length && !strncmp(path, folder, folder_length) &&
           (path[folder_length] == '/' || !path[folder_length]);
}

static int fails(int kind) {
    if (!(kinds & kind)) return 0;
    if (countdown > 0 && --countdown > 0) return 0;
    if (countdown < 0) return 0;
    if (!sticky) countdown = -1;
    failed++;
    errno = error_number;
    return 1;
}

static int path_of(int fd, char *path) {
    char link[40];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = syscall(SYS_readlink, link, path, PATH_MAX - 1);
    if (n <= 0) return 0;
    path[n] = 0;
    return ours(path);
}

static void absolute(const char *path, char *out) {
    char copy[PATH_MAX], parent[PATH_MAX];
    snprintf(copy, sizeof copy, "%s", path);
    char *slash = strrchr(copy, '/');
    if (!slash) { if (!getcwd(parent, sizeof parent)) *parent = 0; }
    else { *slash = 0; if (!realpath(*copy ? copy : "/", parent)) snprintf(parent, sizeof parent, "%s", copy); }
    snprintf(out, PATH_MAX, "%.2000s/%.2000s", parent, slash ? slash + 1 : path);
}

static void note(int kind, const char *path, int64_t offset, const void *data, size_t length) {
    if (log_fd < 0) return;
    struct head head = {(uint8_t)kind, (uint32_t)strlen(path), offset, (uint32_t)length};
    struct iovec parts[3] = {
        {&head, sizeof head}, {(void *)path, head.path_length}, {(void *)data, length}};
    syscall(SYS_writev, log_fd, parts, length ? 3 : 2);
}

#define REAL(name, ...) ((long (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name))

static ssize_t put(int fd, const void *data, size_t length, off64_t at, int positioned) {
    char path[PATH_MAX];
    int mine = path_of(fd, path);
    if (mine && fails(WRITE)) return -1;
    if (!positioned && mine) {
        struct stat st;
        int appends = syscall(SYS_fcntl, fd, F_GETFL) & O_APPEND;
        at = appends && !fstat(fd, &st) ? st.st_size : syscall(SYS_lseek, fd, 0, SEEK_CUR);
    }
    ssize_t n = positioned ? syscall(SYS_pwrite64, fd, data, length, at)
                           : syscall(SYS_write, fd, data, length);
    if (mine && n > 0) note(WRITE, path, at, data, n);
    return n;
}

ssize_t write(int fd, const void *data, size_t n) { return put(fd, data, n, 0, 0); }
ssize_t pwrite(int fd, const void *data, size_t n, off_t at) { return put(fd, data, n, at, 1); }
ssize_t pwrite64(int fd, const void *data, size_t n, off64_t at) { return put(fd, data, n, at, 1); }

static int sync_it(int fd, long number) {
    char path[PATH_MAX];
    int mine = path_of(fd, path);
    if (mine && fails(SYNC)) return -1;
    int result = syscall(number, fd);
    if (mine && !result) note(SYNC, path, 0, 0, 0);
    return result;
}

int fsync(int fd) { return sync_it(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_it(fd, SYS_fdatasync); }

static int cut(int fd, off64_t length) {
    char path[PATH_MAX];
    int mine = path_of(fd, path);
    if (mine && fails(TRUNCATE)) return -1;
    int result = syscall(SYS_ftruncate, fd, length);
    if (mine && !result) note(TRUNCATE, path, length, 0, 0);
    return result;
}

int ftruncate(int fd, off_t length) { return cut(fd, length); }
int ftruncate64(int fd, off64_t length) { return cut(fd, length); }

int rename(const char *from, const char *to) {
    char old[PATH_MAX], new[PATH_MAX];
    absolute(from, old);
    absolute(to, new);
    int mine = ours(old) || ours(new);
    if (mine && fails(RENAME)) return -1;
    int result = REAL(rename, const char *, const char *)(from, to);
    if (mine && !result) note(RENAME, old, 0, new, strlen(new));
    return result;
}

int unlink(const char *name) {
    char path[PATH_MAX];
    absolute(name, path);
    int mine = ours(path);
    if (mine && fails(UNLINK)) return -1;
    int result = syscall(SYS_unlinkat, AT_FDCWD, name, 0);
    if (result < 0) return result;
    if (mine) note(UNLINK, path, 0, 0, 0);
    return result;
}

static int make(const char *name, int flags, mode_t mode) {
    char path[PATH_MAX];
    int fresh = 0;
    if (flags & O_CREAT) {
        absolute(name, path);
        fresh = ours(path) && syscall(SYS_faccessat, AT_FDCWD, name, F_OK) != 0;
        if (fresh && fails(CREATE)) return -1;
    }
    int fd = syscall(SYS_openat, AT_FDCWD, name, flags, mode);
    if (fd >= 0 && fresh) note(CREATE, path, 0, 0, 0);
    if (fd >= 0 && (flags & O_TRUNC) && !fresh && path_of(fd, path)) note(TRUNCATE, path, 0, 0, 0);
    return fd;
}

#define OPEN(name)                                                    \
    int name(const char *path, int flags, ...) {                      \
        va_list more;                                                 \
        va_start(more, flags);                                        \
        mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;     \
        va_end(more);                                                 \
        return make(path, flags | O_LARGEFILE, mode);                 \
    }
OPEN(open)
OPEN(open64)

static ssize_t get(int fd, void *data, size_t n, off64_t at, int positioned) {
    char path[PATH_MAX];
    if ((kinds & READ) && path_of(fd, path) && fails(READ)) return -1;
    return positioned ? syscall(SYS_pread64, fd, data, n, at) : syscall(SYS_read, fd, data, n);
}

ssize_t read(int fd, void *data, size_t n) { return get(fd, data, n, 0, 0); }
ssize_t pread(int fd, void *data, size_t n, off_t at) { return get(fd, data, n, at, 1); }
ssize_t pread64(int fd, void *data, size_t n, off64_t at) { return get(fd, data, n, at, 1); }
