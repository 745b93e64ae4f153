// Where the workbench asks for files and folders: the system's dialogs, or what a test puts in their place.

export interface Places {
  readonly newFile: (contentsId: number, name: string, kind: string) => Promise<string | undefined>;
  readonly folder: (contentsId: number) => Promise<string | undefined>;
  readonly keyFile: (contentsId: number) => Promise<string | undefined>;
}

export const KEY_FILE = "canbao-signing.key";
